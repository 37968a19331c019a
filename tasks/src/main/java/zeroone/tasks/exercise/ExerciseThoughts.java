package zeroone.tasks.exercise;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.exact.Arithmetic;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.NoteScanner.Note;

/**
 * Counts what happens in the notes of an exercise. A step is an equation between numbers, false if its sides differ; it
 * is a revisit if it was written before. "Wait" is a backtrack. "So …?" names an answer, and the next "yes!" or "no." is
 * the check of it, right if it agrees with the verifier.
 */
record ExerciseThoughts<Q>(Exercise<Q> exercise) implements ThoughtReader {
    private static final int LONGEST = 100_000;

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        Q question = exercise.read(problem.data());
        int steps = 0;
        int falseSteps = 0;
        int backtracks = 0;
        int revisits = 0;
        ThoughtBehaviour checks = ThoughtBehaviour.NONE;
        Optional<String> candidate = Optional.empty();
        Set<NoteScanner.Step> seen = new HashSet<>();
        NoteScanner notes = new NoteScanner(thought.length() > LONGEST ? thought.substring(0, LONGEST) : thought);
        for (Optional<Note> note = notes.next(); note.isPresent(); note = notes.next()) {
            switch (note.get()) {
                case NoteScanner.Wait() -> backtracks++;
                case NoteScanner.Answer(String text) ->
                    candidate = Optional.of(text.strip()).filter(answer -> !answer.isEmpty());
                case NoteScanner.Check(boolean yes) -> {
                    if (candidate.isPresent()) {
                        boolean right =
                                exercise.judge(question, candidate.get()).isCorrect();
                        checks = checks.plus(check(yes, right));
                        candidate = Optional.empty();
                    }
                }
                case NoteScanner.Step step -> {
                    steps++;
                    revisits += seen.add(step) ? 0 : 1;
                    falseSteps += holds(step.left(), step.right()) ? 0 : 1;
                }
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
