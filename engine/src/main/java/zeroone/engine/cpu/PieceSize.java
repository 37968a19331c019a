package zeroone.engine.cpu;

import java.util.List;

/** Whether a step is cut into pieces, and how many rows a piece has. */
final class PieceSize {
    /** The most rows of a piece: beyond it products gain nothing, and what lies between them no longer stays in the cache. */
    static final int MOST = 64;

    /** The fewest where weights come from memory for every piece: fewer rows would not give the core enough to do. */
    private static final int FEWEST = 32;

    /** The fewest where weights stay in a cache. */
    private static final int FEWEST_CACHED = 8;

    private static final long CACHED_BYTES = 16L << 20;

    private PieceSize() {}

    /** The most rows that members work on together. */
    static int mostTogether(int members) {
        return members * FEWEST - 1;
    }

    /** Pieces for members of a crew to take; none if they had better work on all rows together. */
    static List<Piece> pieces(Step step, int members, long weightBytes) {
        int fewest = weightBytes <= CACHED_BYTES ? FEWEST_CACHED : FEWEST;
        if (members > 1 && step.rows() < members * fewest) {
            return List.of();
        }
        int count = members == 1 ? ceiling(step.rows(), MOST) : Math.max(members, ceiling(step.rows(), FEWEST));
        int even = ceiling(count, members) * members;
        return step.pieces(ceiling(step.rows(), even));
    }

    private static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
