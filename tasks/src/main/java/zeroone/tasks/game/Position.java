package zeroone.tasks.game;

import java.util.List;
import java.util.Optional;

/** A moment of a game in which the player is to move, or the end. Immutable, so a search may go on from it twice. */
public interface Position {
    /** What the player sees and is told now, such as the board and the opponent's last move. */
    String observation();

    /** The legal moves as they are written; empty at the end. */
    List<String> moves();

    /** How the game ended; empty while it goes on. */
    Optional<Outcome> outcome();

    /**
     * The position after the player's move and the opponent's answer. White space around the move is forgiven; a text that
     * is no legal move loses at once, with a reason.
     *
     * @throws IllegalStateException if the game is over
     */
    Position play(String move);
}
