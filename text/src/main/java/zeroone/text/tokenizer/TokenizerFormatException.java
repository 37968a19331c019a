package zeroone.text.tokenizer;

/** A tokenizer file that cannot be used; the message names the file, what is wrong with it and what to do. */
public final class TokenizerFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokenizerFormatException(String message) {
        super(message);
    }

    TokenizerFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
