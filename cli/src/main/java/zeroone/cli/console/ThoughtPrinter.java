package zeroone.cli.console;

import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.GenerationListener;
import zeroone.text.tokenizer.IncrementalDecoder;

/**
 * Streams one completion as it is generated: the thought dim, the answer bold. Shows the first sample of the first
 * request and nothing of others. Where the thought ends is told by the reserved token, never by the text.
 *
 * <p>What the model writes is shown as text only: control characters are replaced, so that it cannot command the
 * terminal.
 */
public final class ThoughtPrinter implements GenerationListener {
    private final Terminal terminal;
    private final ReservedTokens reserved;
    private final IncrementalDecoder text;
    private boolean thinking = true;
    private boolean lineOpen;

    public ThoughtPrinter(Terminal terminal, Tokenizer tokenizer) {
        this.terminal = terminal;
        this.reserved = tokenizer.reserved();
        this.text = new IncrementalDecoder(tokenizer);
    }

    @Override
    public void token(int request, int sample, int position, int token) {
        if (request != 0 || sample != 0) {
            return;
        }
        lineOpen = true;
        if (token == reserved.endThought() && thinking) {
            show(text.finish());
            terminal.out().println();
            thinking = false;
        } else if (token == reserved.endOfTurn()) {
            finish();
        } else {
            show(text.accept(token));
        }
        terminal.out().flush();
    }

    /** Shows what is left and ends the line, if the model has not ended its turn itself. */
    public void finish() {
        if (!lineOpen) {
            return;
        }
        show(text.finish());
        terminal.out().println();
        terminal.out().flush();
        thinking = true;
        lineOpen = false;
    }

    private void show(String piece) {
        String printable = printable(piece);
        terminal.out().print(thinking ? terminal.dim(printable) : terminal.bold(printable));
    }

    /** The text with control characters, other than line ends and tabs, made visible instead of obeyed. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isCommand(c) ? '\uFFFD' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Control characters, and the marks that reorder text to show another than is there. */
    private static boolean isCommand(int c) {
        boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return reorders || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
