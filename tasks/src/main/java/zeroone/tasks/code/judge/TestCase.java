package zeroone.tasks.code.judge;

import java.util.Objects;

/**
 * What a program is fed, and what the checker compares its output with.
 *
 * @param output the output of a right program, where several are right one of them
 */
public record TestCase(String input, String output) {
    public TestCase {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
    }
}
