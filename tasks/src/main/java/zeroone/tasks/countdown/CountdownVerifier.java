package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;

/**
 * Judges one expression, {@code (13+8)-5}, with {@code = 16} after it or not, or one list of steps, {@code 13+8=21,
 * 21-5=16}. The whole answer must be that and nothing else, every number of the problem is used exactly once, and the
 * arithmetic is exact.
 *
 * @param wholeOnly whether every intermediate result must be a whole number and not negative
 */
record CountdownVerifier(boolean wholeOnly) implements Verifier {
    private static final int LONGEST = 1_000;

    @Override
    public Verdict verify(Problem problem, String answer) {
        CountdownPuzzle puzzle = CountdownPuzzle.of(problem.data());
        if (answer.length() > LONGEST) {
            return Verdict.incorrect("is " + answer.length() + " characters long; " + LONGEST + " are allowed");
        }
        String line = answer.strip();
        if (line.isEmpty()) {
            return Verdict.NO_ANSWER;
        }
        try {
            AnswerReader reader = new AnswerReader(line);
            return line.indexOf(',') >= 0 ? steps(puzzle, reader) : expression(puzzle, reader);
        } catch (MalformedAnswer malformed) {
            return Verdict.incorrect(malformed.reason());
        }
    }

    private Verdict expression(CountdownPuzzle puzzle, AnswerReader reader) throws MalformedAnswer {
        Expression expression = Expression.read(reader, wholeOnly);
        if (reader.isAt('=')) {
            reader.next();
            long claimed = reader.number();
            if (claimed != puzzle.target()) {
                return Verdict.incorrect("says it makes " + claimed + ", not " + puzzle.target());
            }
        }
        if (!reader.atEnd()) {
            throw reader.unexpected("an operator or the end");
        }
        List<Long> missing = new ArrayList<>(
                puzzle.numbers().stream().map(Integer::longValue).toList());
        for (long number : expression.numbers()) {
            if (!missing.remove(number)) {
                return Verdict.incorrect(
                        puzzle.numbers().contains((int) number)
                                ? "uses " + number + " too often"
                                : "uses " + number + ", which is not one of the numbers");
            }
        }
        if (!missing.isEmpty()) {
            return Verdict.incorrect("does not use " + missing.getFirst());
        }
        if (!expression.value().equals(Fraction.of(puzzle.target()))) {
            return Verdict.incorrect("makes " + expression.value() + ", not " + puzzle.target());
        }
        return Verdict.CORRECT;
    }

    private static Verdict steps(CountdownPuzzle puzzle, AnswerReader reader) throws MalformedAnswer {
        StepList steps = StepList.read(reader, puzzle.numbers());
        if (steps.left().size() > 1) {
            return Verdict.incorrect("leaves " + (steps.left().size() - 1) + " of the numbers unused");
        }
        long made = steps.left().getFirst();
        return made == puzzle.target()
                ? Verdict.CORRECT
                : Verdict.incorrect("makes " + made + ", not " + puzzle.target());
    }
}
