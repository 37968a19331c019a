package zeroone.cli.bench;

/**
 * How fast an engine reads or writes.
 *
 * @param test what was done: "pp512" reads prompts of 512 tokens, "tg128" generates 128 tokens a sequence
 * @param batch sequences at the same time
 * @param depth tokens that each had before
 * @param tokensPerSecond of all sequences together, mean over the repetitions
 * @param deviation standard deviation of the repetitions
 * @param arithmetic share of the machine's peak of products
 * @param memory share of the bandwidth that reading weights and cache would take if no processor cache held any of it
 * @param memoryBytes what this engine and its model keep in memory by plan
 * @param residentBytes what the process had in memory when it was measured
 */
public record EngineFigure(
        String test,
        int batch,
        int depth,
        double tokensPerSecond,
        double deviation,
        double arithmetic,
        double memory,
        long memoryBytes,
        long residentBytes) {
    /** The least time that arithmetic and reading memory together allow, as a share of the time it took. */
    public double roofline() {
        return Math.max(arithmetic, memory);
    }
}
