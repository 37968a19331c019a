package zeroone.tasks.puzzle;

import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;

/** One puzzle: what is asked, and what counts as an answer. Immutable. */
public interface Puzzle {
    /** Equal for puzzles that differ only in presentation; decides the split. Never a right answer itself. */
    String canonicalForm();

    /** The whole question, with the form of the answer. */
    String prompt();

    /** Everything that {@link PuzzleKind#read} needs to make this puzzle again, prompt included. */
    ObjectNode data();

    /**
     * Judges an answer that is not blank and has no white space around it. Pure, in time bounded by the puzzle and the
     * length of the answer.
     *
     * @throws WrongAnswer if it does not solve the puzzle
     */
    void judge(String answer) throws WrongAnswer;

    /**
     * Searches for a solution.
     *
     * @throws IllegalArgumentException if there is none, or none is found within the search's limit
     */
    void requireSolution();

    /** What was asked for and what the reference solver spends on it. */
    Difficulty difficulty();
}
