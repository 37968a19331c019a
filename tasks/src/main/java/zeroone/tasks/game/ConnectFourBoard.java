package zeroone.tasks.game;

import java.util.ArrayList;
import java.util.List;

/**
 * Four in a row on seven columns of six.
 *
 * @param mover squares of the side to move: seven bits a column, from the bottom, of which the seventh stays empty
 * @param other squares of the side that has just moved
 */
record ConnectFourBoard(long mover, long other) implements Board<ConnectFourBoard> {
    static final ConnectFourBoard EMPTY = new ConnectFourBoard(0, 0);
    static final int COLUMNS = 7;

    private static final int ROWS = 6;
    private static final int BITS = ROWS + 1;
    private static final int[] DIRECTIONS = {1, BITS, BITS + 1, BITS - 1};
    private static final int[] FROM_THE_MIDDLE = {3, 2, 4, 1, 5, 0, 6};

    @Override
    public List<Integer> moves() {
        List<Integer> moves = new ArrayList<>(COLUMNS);
        for (int column : FROM_THE_MIDDLE) {
            if (height(column) < ROWS) {
                moves.add(column);
            }
        }
        return moves;
    }

    private int height(int column) {
        return Long.bitCount((mover | other) >>> column * BITS & (1 << BITS) - 1);
    }

    @Override
    public ConnectFourBoard play(int move) {
        return new ConnectFourBoard(other, mover | 1L << move * BITS + height(move));
    }

    @Override
    public boolean decided() {
        for (int direction : DIRECTIONS) {
            long pairs = other & other >>> direction;
            if ((pairs & pairs >>> 2 * direction) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Three in a row without the fourth are promising, and so is the middle. */
    @Override
    public int estimate() {
        return promise(mover) - promise(other);
    }

    private static int promise(long squares) {
        int promise = Long.bitCount(squares >>> 3 * BITS & (1 << ROWS) - 1);
        for (int direction : DIRECTIONS) {
            promise += 4 * Long.bitCount(squares & squares >>> direction & squares >>> 2 * direction);
        }
        return promise;
    }

    @Override
    public String text(boolean playerBegan) {
        boolean firstMoves = Long.bitCount(mover) == Long.bitCount(other);
        long first = firstMoves ? mover : other;
        StringBuilder text = new StringBuilder("1 2 3 4 5 6 7");
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int column = 0; column < COLUMNS; column++) {
                long square = 1L << column * BITS + row;
                boolean taken = ((mover | other) & square) != 0;
                boolean player = (first & square) != 0 == playerBegan;
                text.append(column == 0 ? "\n" : " ").append(!taken ? "." : player ? "X" : "O");
            }
        }
        return text.toString();
    }
}
