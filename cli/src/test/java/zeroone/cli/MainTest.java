package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    private final Shell shell = new Shell();

    @Test
    void without_a_command_the_usage_is_shown() {
        assertThat(shell.run()).isEqualTo(2);
        assertThat(shell.out()).contains("Usage: zeroone").contains("runs");
    }

    @Test
    void help_is_no_failure() {
        assertThat(shell.run("runs", "--help")).isZero();
        assertThat(shell.out()).contains("Usage: zeroone runs");
    }

    @Test
    void the_version_names_java_too() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out()).contains("ZeroOne").contains("Java 25");
    }

    @Test
    void an_unknown_command_or_option_is_wrong_usage_and_says_where_help_is() {
        assertThat(shell.run("rnus")).isEqualTo(2);
        assertThat(shell.err()).contains("zeroone: Unmatched argument at index 0: 'rnus'", "See 'zeroone --help'.");

        assertThat(shell.run("runs", "--dirr", "x")).isEqualTo(2);
        assertThat(shell.err()).contains("zeroone: Unknown option", "--dir", "See 'zeroone runs --help'.");
    }
}
