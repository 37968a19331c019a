package zeroone.text.template;

/** A chat template that cannot be read, or that fails on or refuses a conversation; the message says where and why. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean located;

    TemplateException(String message) {
        super(message);
        this.located = false;
    }

    private TemplateException(int line, TemplateException cause) {
        super("chat template, line " + line + ": " + cause.getMessage(), cause);
        this.located = true;
    }

    /** The same error with the line it comes from; the innermost line wins. */
    TemplateException at(int line) {
        return located ? this : new TemplateException(line, this);
    }
}
