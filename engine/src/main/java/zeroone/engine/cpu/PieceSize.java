package zeroone.engine.cpu;

import java.util.List;

/** Whether a step is cut into pieces, and how many rows a piece has. */
final class PieceSize {
    /** The most rows of a piece: beyond it products gain nothing, and the crew has fewer pieces to balance. */
    static final int MOST = 64;

    /** Rows of a piece where there are enough: more gain little, and the fewer pieces there are, the worse they balance. */
    private static final int USUAL = 32;

    /** The fewest where weights come from memory for every piece: fewer rows would not give the core enough to do. */
    private static final int FEWEST = 16;

    /** The fewest where weights stay in a cache. */
    private static final int FEWEST_CACHED = 8;

    private static final long CACHED_BYTES = 16L << 20;

    private PieceSize() {}

    /** Pieces for members of a crew to take; none if they had better work on all rows together. */
    static List<StepRows> pieces(Step step, int members, long weightBytes) {
        int fewest = weightBytes <= CACHED_BYTES ? FEWEST_CACHED : FEWEST;
        if (members == 1 || step.rows() < members * fewest) {
            return List.of();
        }
        int count = Math.max(members, (step.rows() + USUAL - 1) / USUAL);
        count = (count + members - 1) / members * members;
        List<StepRows> pieces = step.pieces((step.rows() + count - 1) / count);
        boolean tooLong = pieces.stream().anyMatch(piece -> piece.rows() > MOST);
        return tooLong || pieces.size() < members ? List.of() : pieces;
    }
}
