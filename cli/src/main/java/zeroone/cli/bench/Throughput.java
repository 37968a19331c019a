package zeroone.cli.bench;

/**
 * How fast something went, and how near that is to what the machine allows.
 *
 * @param tokensPerSecond tokens generated, or tokens learned from
 * @param stepSeconds one decoding step of all sequences, or one optimiser step
 * @param arithmetic share of the peak of products in the same precision
 * @param memory share of the bandwidth that reading weights and cache takes, as if no cache held any of it
 * @param calls share of the time that the same operations take on next to no data: the cost of calling them
 */
public record Throughput(double tokensPerSecond, double stepSeconds, double arithmetic, double memory, double calls) {
    /** A limit that explains less than this share of the time is not the one that binds. */
    private static final double BINDS = 0.5;

    /** What limits it: the largest share, or, where none explains half of the time, operations too small for any. */
    public String bound() {
        double largest = Math.max(calls, Math.max(arithmetic, memory));
        if (largest < BINDS) {
            return "small operations (neither arithmetic, memory nor calls explain half of the time)";
        }
        if (largest == calls) {
            return "calls";
        }
        return largest == arithmetic ? "arithmetic" : "memory";
    }
}
