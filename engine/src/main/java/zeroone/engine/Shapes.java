package zeroone.engine;

/**
 * Rounds the sizes of a step up to a few. oneDNN compiles a kernel for each shape it meets, which takes milliseconds and
 * about two megabytes that are never given back; a batch that shrinks and a cache that grows would meet a new one every
 * step.
 */
final class Shapes {
    private static final int LENGTH_MULTIPLE = 64;
    private static final int PROMPT_MULTIPLE = 16;

    private Shapes() {}

    /** Sequences of a batch: exact where one more row would cost most. */
    static int rows(int count) {
        if (count <= 2) {
            return count;
        }
        if (count <= 8) {
            return roundUp(count, 4);
        }
        return roundUp(count, count <= 64 ? 16 : 64);
    }

    /** Positions of the cache that are read. */
    static int length(int length, int capacity) {
        return Math.min(roundUp(length, LENGTH_MULTIPLE), capacity);
    }

    /** Positions of a batch of prompts. */
    static int promptLength(int length, int capacity) {
        return Math.min(roundUp(length, PROMPT_MULTIPLE), capacity);
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
