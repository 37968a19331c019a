package zeroone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;

class ThoughtPrinterTest {
    private static final int END_THOUGHT = 257;
    private static final int END_OF_TURN = 258;

    private final Screen screen = new Screen();

    @Test
    void the_thought_is_dim_and_the_answer_bold() {
        var printer = new ThoughtPrinter(screen.interactive(), new Utf8Tokenizer());

        generate(printer, bytes("a"), END_THOUGHT, bytes("b"), END_OF_TURN);

        assertThat(screen.take()).isEqualTo("\033[2ma\033[0m" + newline() + "\033[1mb\033[0m" + newline());
    }

    @Test
    void without_colours_there_is_only_text() {
        var printer = new ThoughtPrinter(screen.plain(), new Utf8Tokenizer());

        generate(printer, bytes("21-5=16 yes!"), END_THOUGHT, bytes("13+8, -5"), END_OF_TURN);

        assertThat(screen.take()).isEqualTo("21-5=16 yes!" + newline() + "13+8, -5" + newline());
    }

    @Test
    void only_the_reserved_token_ends_the_thought_not_text_that_looks_like_it() {
        var printer = new ThoughtPrinter(screen.interactive(), new Utf8Tokenizer());

        generate(printer, bytes("</think>!"));

        assertThat(screen.take()).doesNotContain("\033[1m").doesNotContain(newline());
    }

    @Test
    void a_character_of_several_bytes_is_shown_when_it_is_whole() {
        var printer = new ThoughtPrinter(screen.plain(), new Utf8Tokenizer());

        generate(printer, Arrays.copyOf(bytes("÷"), 1));
        assertThat(screen.take()).isEmpty();

        generate(printer, Arrays.copyOfRange(bytes("÷"), 1, 2));
        assertThat(screen.take()).isEqualTo("÷");
    }

    @Test
    void an_answer_that_a_limit_cut_ends_its_line_too() {
        var printer = new ThoughtPrinter(screen.plain(), new Utf8Tokenizer());
        generate(printer, bytes("a"), END_THOUGHT, bytes("b"));

        printer.finish();
        printer.finish();

        assertThat(screen.take()).isEqualTo("a" + newline() + "b" + newline());
    }

    @Test
    void other_samples_are_not_shown() {
        var printer = new ThoughtPrinter(screen.plain(), new Utf8Tokenizer());

        printer.token(0, 1, 0, 'x');
        printer.token(1, 0, 0, 'y');

        assertThat(screen.take()).isEmpty();
    }

    @Test
    void what_the_model_writes_cannot_command_the_terminal() {
        var printer = new ThoughtPrinter(screen.plain(), new Utf8Tokenizer());

        generate(printer, bytes("\033]0;pwned\007 \u009b2J \u202Etxt a\tb\nc"), END_OF_TURN);

        assertThat(screen.take()).isEqualTo("\uFFFD]0;pwned\uFFFD \uFFFD2J \uFFFDtxt a\tb\nc" + newline());
    }

    @Test
    void colours_are_for_terminals_and_no_color_is_honoured() {
        String before = System.getProperty("zeroone.terminal", "");
        try {
            System.setProperty("zeroone.terminal", "true");
            assertThat(Terminal.of(screen.out(), Map.of()).color()).isTrue();
            assertThat(Terminal.of(screen.out(), Map.of("NO_COLOR", "1")).color())
                    .isFalse();
            assertThat(Terminal.of(screen.out(), Map.of("NO_COLOR", "1")).interactive())
                    .isTrue();
            assertThat(Terminal.of(screen.out(), Map.of("TERM", "dumb")).interactive())
                    .isFalse();
            System.setProperty("zeroone.terminal", "false");
            assertThat(Terminal.of(screen.out(), Map.of()).color()).isFalse();
        } finally {
            System.setProperty("zeroone.terminal", before);
        }
    }

    private static void generate(ThoughtPrinter printer, Object... parts) {
        int position = 0;
        for (Object part : parts) {
            if (part instanceof byte[] bytes) {
                for (byte b : bytes) {
                    printer.token(0, 0, position++, b & 0xff);
                }
            } else {
                printer.token(0, 0, position++, (Integer) part);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String newline() {
        return System.lineSeparator();
    }

    /** Every byte is a token. */
    private static final class Utf8Tokenizer implements Tokenizer {
        @Override
        public int[] encode(String text) {
            throw new UnsupportedOperationException("nothing is encoded here");
        }

        @Override
        public String decode(int[] ids) {
            byte[] bytes = new byte[ids.length];
            int length = 0;
            for (int id : ids) {
                if (id < 256) {
                    bytes[length++] = (byte) id;
                }
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }

        @Override
        public int vocabularySize() {
            return 260;
        }

        @Override
        public ReservedTokens reserved() {
            return new ReservedTokens(256, END_THOUGHT, END_OF_TURN, 259);
        }
    }
}
