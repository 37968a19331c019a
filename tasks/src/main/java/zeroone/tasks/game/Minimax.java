package zeroone.tasks.game;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses moves by alpha-beta search; among equally good ones at random. Exact where the depth reaches the end of the game.
 *
 * @param depth how many moves it looks ahead
 */
record Minimax(int depth) {
    /** The worth of a win; a win that comes later is worth a little less. */
    static final int WIN = 1_000_000;

    Minimax {
        if (depth < 1 || depth > 42) {
            throw new IllegalArgumentException("a search must look 1 to 42 moves ahead: " + depth);
        }
    }

    <B extends Board<B>> int choose(B board, RandomGenerator random) {
        List<Integer> best = new ArrayList<>();
        int highest = -WIN - 1;
        for (int move : board.moves()) {
            int value = -value(board.play(move), depth - 1, -WIN, -highest + 1);
            if (value > highest) {
                best.clear();
                highest = value;
            }
            if (value == highest) {
                best.add(move);
            }
        }
        return best.get(random.nextInt(best.size()));
    }

    /** What a position is worth to the side to move, exactly between alpha and beta, and a bound elsewhere. */
    <B extends Board<B>> int value(B board, int left, int alpha, int beta) {
        if (board.decided()) {
            return -WIN + depth - left;
        }
        List<Integer> moves = board.moves();
        if (moves.isEmpty()) {
            return 0;
        }
        if (left == 0) {
            return board.estimate();
        }
        int best = -WIN;
        for (int move : moves) {
            best = Math.max(best, -value(board.play(move), left - 1, -beta, -Math.max(alpha, best)));
            if (best >= beta) {
                return best;
            }
        }
        return best;
    }
}
