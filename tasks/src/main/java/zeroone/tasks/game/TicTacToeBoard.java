package zeroone.tasks.game;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Three in a row.
 *
 * @param mover squares of the side to move, one bit a square from 0 to 8
 * @param other squares of the side that has just moved
 */
record TicTacToeBoard(int mover, int other) implements Board<TicTacToeBoard> {
    static final TicTacToeBoard EMPTY = new TicTacToeBoard(0, 0);

    private static final int SQUARES = 9;
    private static final int[] LINES = {
        0b111, 0b111_000, 0b111_000_000, 0b1_001_001, 0b10_010_010, 0b100_100_100, 0b100_010_001, 0b1_010_100
    };

    @Override
    public List<Integer> moves() {
        return IntStream.range(0, SQUARES)
                .filter(square -> ((mover | other) >> square & 1) == 0)
                .boxed()
                .toList();
    }

    @Override
    public TicTacToeBoard play(int move) {
        return new TicTacToeBoard(other, mover | 1 << move);
    }

    @Override
    public boolean decided() {
        for (int line : LINES) {
            if ((other & line) == line) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int estimate() {
        return 0;
    }

    @Override
    public String text(boolean playerBegan) {
        boolean firstMoves = Integer.bitCount(mover) == Integer.bitCount(other);
        int first = firstMoves ? mover : other;
        StringBuilder text = new StringBuilder();
        for (int square = 0; square < SQUARES; square++) {
            boolean taken = ((mover | other) >> square & 1) == 1;
            boolean player = (first >> square & 1) == 1 == playerBegan;
            text.append(!taken ? String.valueOf(square + 1) : player ? "X" : "O");
            text.append(square % 3 < 2 ? " " : square < 8 ? "\n" : "");
        }
        return text.toString();
    }
}
