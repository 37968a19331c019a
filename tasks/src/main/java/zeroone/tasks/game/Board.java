package zeroone.tasks.game;

import java.util.List;

/**
 * A position of a board game of two players who move in turn and see everything. Immutable.
 *
 * @param <B> the type itself
 */
interface Board<B extends Board<B>> {
    /** The numbers of the squares or columns that the side to move may choose, the most promising first. */
    List<Integer> moves();

    B play(int move);

    /** Whether the side that has just moved has won. */
    boolean decided();

    /** How good it looks for the side to move where a search must stop, between -1000 and 1000. */
    int estimate();

    /** The board as text, with the sign of the player and that of the opponent. */
    String text(boolean playerBegan);
}
