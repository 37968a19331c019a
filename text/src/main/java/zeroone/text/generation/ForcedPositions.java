package zeroone.text.generation;

/** Positions of tokens that the model did not choose. */
final class ForcedPositions {
    private ForcedPositions() {}

    static void check(int[] positions, int length) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < (i == 0 ? 0 : positions[i - 1] + 1) || positions[i] >= length) {
                throw new IllegalArgumentException("forced positions must ascend within the " + length
                        + " tokens: number " + i + " is " + positions[i]);
            }
        }
    }
}
