package zeroone.cli.console;

import zeroone.tasks.Grade;
import zeroone.tasks.Verdict;

/** What a grade says, in words. */
public final class VerdictText {
    private VerdictText() {}

    public static String of(Grade grade) {
        return switch (grade) {
            case Grade.Judged(Verdict.Correct()) -> "correct";
            case Grade.Judged(Verdict.Incorrect(String reason)) -> "incorrect: " + ThoughtPrinter.printable(reason);
            case Grade.Judged(Verdict.NoAnswer()) -> "no answer";
            case Grade.Failed(String error) ->
                "the verifier failed, which says nothing about the answer: " + ThoughtPrinter.printable(error);
        };
    }
}
