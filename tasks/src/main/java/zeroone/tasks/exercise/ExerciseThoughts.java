package zeroone.tasks.exercise;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.exact.Arithmetic;
import zeroone.tasks.exact.Rational;

/**
 * Counts what happens in the notes of an exercise. A step is an equation between numbers, false if its sides differ; it
 * is a revisit if it was written before. "Wait" is a backtrack. "So …?" names an answer, and the next "yes!" or "no." is
 * the check of it, right if it agrees with the verifier.
 */
record ExerciseThoughts<Q>(Exercise<Q> exercise) implements ThoughtReader {
    private static final int LONGEST = 100_000;
    private static final Pattern PIECE = Pattern.compile(
            "(?<wait>\\bWait\\b)"
                    + "|\\bSo (?<answer>[^?]{1,2000}+)\\?"
                    + "|(?<check>\\byes!|\\bno\\.)"
                    + "|(?<![0-9A-Za-z.)^*/+%=-])(?<left>[-(0-9][-+*/^%()0-9]{1,300}+)=(?<right>-?[0-9]{1,300}+(?:/[0-9]{1,300}+)?)(?=[, .;\\n]|$)");

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        Q question = exercise.read(problem.data());
        int steps = 0;
        int falseSteps = 0;
        int backtracks = 0;
        int revisits = 0;
        ThoughtBehaviour checks = ThoughtBehaviour.NONE;
        Optional<String> candidate = Optional.empty();
        Set<String> seen = new HashSet<>();
        Matcher piece = PIECE.matcher(thought.length() > LONGEST ? thought.substring(0, LONGEST) : thought);
        while (piece.find()) {
            if (piece.group("wait") != null) {
                backtracks++;
            } else if (piece.group("answer") != null) {
                candidate = Optional.of(piece.group("answer").strip()).filter(answer -> !answer.isEmpty());
            } else if (piece.group("check") != null) {
                if (candidate.isPresent()) {
                    boolean right = exercise.judge(question, candidate.get()).isCorrect();
                    checks = checks.plus(check(piece.group("check").equals("yes!"), right));
                    candidate = Optional.empty();
                }
            } else {
                steps++;
                revisits += seen.add(piece.group()) ? 0 : 1;
                falseSteps += holds(piece.group("left"), piece.group("right")) ? 0 : 1;
            }
        }
        return checks.plus(new ThoughtBehaviour(steps, falseSteps, backtracks, revisits, 0, 0, 0, 0));
    }

    private static boolean holds(String left, String right) {
        Optional<Rational> value = Arithmetic.value(left);
        return value.isPresent() && value.equals(Arithmetic.value(right));
    }

    private static ThoughtBehaviour check(boolean yes, boolean right) {
        return new ThoughtBehaviour(
                0, 0, 0, 0, yes && right ? 1 : 0, yes && !right ? 1 : 0, !yes && right ? 1 : 0, !yes && !right ? 1 : 0);
    }
}
