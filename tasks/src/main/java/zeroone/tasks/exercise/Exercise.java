package zeroone.tasks.exercise;

import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Task;
import zeroone.tasks.Verdict;

/**
 * One kind of exercise: how its questions are drawn, asked, worked and judged. Everything else of a task follows from
 * that. Implementations are pure and thread-safe.
 *
 * @param <Q> a question; an immutable value
 */
public interface Exercise<Q> {
    /** Name of the task, e.g. "long-division-easy". */
    String name();

    /** A question of any split. */
    Q draw(RandomGenerator random);

    /** The question's reference data; {@link #read} reads them back. */
    ObjectNode data(Q question);

    /**
     * The question that reference data describe.
     *
     * @throws IllegalArgumentException if they describe none; the message says what they must be
     */
    Q read(ObjectNode data);

    /** The canonical form: equal for questions that differ only in presentation. Never an answer. */
    String id(Q question);

    /** The question in words, with the form of the answer. */
    String prompt(Q question);

    /**
     * Judges an answer that is not blank and has no white space around it.
     *
     * @param answer at most 20,000 characters
     */
    Verdict judge(Q question, String answer);

    /** Works the question, writing each step into the notes and going on with what they say; returns the answer found. */
    String work(Q question, Notes notes);

    /** Writes how one would check an answer; whether it is right is not decided here. */
    default void check(Q question, String answer, Notes notes) {}

    /** An answer in the right form, made up without working. */
    String guess(Q question, RandomGenerator random);

    /** Properties of the question that make it hard, by name, in a fixed order. */
    Map<String, Integer> axes(Q question);

    /** What it costs to solve: the steps of a working without mistakes, unless the exercise has a better measure. */
    default Difficulty difficulty(Q question) {
        Notes notes = Notes.flawless();
        work(question, notes);
        return new Difficulty(axes(question), notes.steps(), "steps");
    }

    /** The task of such exercises. */
    default Task task() {
        return new Task(
                new ExerciseTaskset<>(this),
                new ExerciseSolutions<>(this, ExerciseSolutions.MIXTURE),
                new ExerciseThoughts<>(this),
                problem -> difficulty(read(problem.data())));
    }
}
