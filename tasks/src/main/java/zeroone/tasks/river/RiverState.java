package zeroone.tasks.river;

/**
 * Who is where.
 *
 * @param left the things on the left bank, as bits
 * @param boatLeft whether you and the boat are on the left bank
 */
record RiverState(int left, boolean boatLeft) {}
