package zeroone.tasks.constraint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zeroone.tasks.Difficulty;
import zeroone.tasks.puzzle.Puzzle;
import zeroone.tasks.puzzle.WrongAnswer;

/**
 * A puzzle whose variables (cells, people, columns) each take one of a few values. An assignment holds the index of each
 * variable's value, or {@link #OPEN}. Names of variables, values and objections are single words of the characters
 * {@code A-Z a-z 0-9 # -}.
 */
public interface ConstraintPuzzle extends Puzzle {
    /** In an assignment: no value yet. */
    int OPEN = -1;

    /** Names, in the order in which a careful person takes them. */
    List<String> variables();

    /** Names of the values, the same for every variable; at most 30. */
    List<String> values();

    /** The values given from the start, the other variables open; a fresh array. By default nothing is given. */
    default int[] start() {
        int[] open = new int[variables().size()];
        Arrays.fill(open, OPEN);
        return open;
    }

    /**
     * What speaks against giving an open variable a value, as far as the assignment goes: the name of another variable or
     * of a rule; the empty text if nothing does. Putting in all values one after the other without an objection, in
     * whatever order, solves the puzzle.
     */
    String objection(int[] assignment, int variable, int value);

    /** The answer that a full assignment is. */
    String written(int[] assignment);

    /**
     * The full assignment that an answer is.
     *
     * @throws WrongAnswer if it is not of the form asked for
     */
    int[] assignment(String answer) throws WrongAnswer;

    /** Properties of the puzzle that make it hard or easy. */
    Map<String, Integer> axes();

    @Override
    default void judge(String answer) throws WrongAnswer {
        int[] given = start();
        int[] said = assignment(answer);
        int[] placed = new int[said.length];
        Arrays.fill(placed, OPEN);
        for (int variable = 0; variable < said.length; variable++) {
            String name = variables().get(variable);
            if (given[variable] != OPEN && given[variable] != said[variable]) {
                throw new WrongAnswer("changes the given " + name + " " + values().get(given[variable]));
            }
            String objection = objection(placed, variable, said[variable]);
            if (!objection.isEmpty()) {
                throw new WrongAnswer("gives " + name + " " + values().get(said[variable]) + " against " + objection);
            }
            placed[variable] = said[variable];
        }
    }

    @Override
    default void requireSolution() {
        ConstraintSearch search = ConstraintSearch.of(this, 1);
        if (search.solutions().isEmpty()) {
            throw new IllegalArgumentException(
                    search.complete()
                            ? "the puzzle must have a solution; it has none: " + data()
                            : "the puzzle must be easier; no solution was found in " + search.nodes()
                                    + " search nodes");
        }
    }

    /**
     * Effort: how often a search that proves how many solutions there are, one or more, looks at a variable. It grows with
     * wrong suppositions, and with how long one has to look for a variable that leaves no choice.
     */
    @Override
    default Difficulty difficulty() {
        ConstraintSearch search = ConstraintSearch.of(this, 2);
        Map<String, Integer> axes = new LinkedHashMap<>(axes());
        axes.put("solutions, up to 2", search.solutions().size());
        return new Difficulty(axes, search.looks(), "looks at a variable");
    }
}
