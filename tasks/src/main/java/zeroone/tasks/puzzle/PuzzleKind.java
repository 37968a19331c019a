package zeroone.tasks.puzzle;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** One kind of puzzle at one level of difficulty. */
public interface PuzzleKind<P extends Puzzle> {
    /** Name of the task, e.g. "maze-5". */
    String name();

    /** A candidate, cheaply: it need not be solvable. */
    P draw(RandomGenerator random);

    /**
     * The candidate as it should be: solvable, with one solution where that is promised, hard enough, with everything that
     * only a search can tell (but the same canonical form); empty if the candidate cannot be that.
     */
    Optional<P> complete(P candidate);

    /**
     * The puzzle that the data describe. Checks their form and that the parts fit together, not that there is a solution.
     *
     * @throws IllegalArgumentException if they describe none; the message says why
     */
    P read(PuzzleData data);
}
