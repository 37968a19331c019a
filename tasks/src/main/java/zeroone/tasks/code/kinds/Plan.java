package zeroone.tasks.code.kinds;

/**
 * The ideas behind the programs of one kind, as somebody would note them.
 *
 * @param right solves it in time
 * @param wrong looks as if it did
 * @param slow solves it, not in time
 */
record Plan(String right, String wrong, String slow) {
    String of(Quality quality) {
        return switch (quality) {
            case RIGHT -> right;
            case WRONG -> wrong;
            case SLOW -> slow;
        };
    }
}
