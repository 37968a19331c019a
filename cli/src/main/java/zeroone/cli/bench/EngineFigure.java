package zeroone.cli.bench;

import java.util.Locale;

/**
 * How fast an engine reads or writes.
 *
 * @param test what was done: "pp512" reads prompts of 512 tokens, "tg128" generates 128 tokens a sequence
 * @param batch sequences at the same time
 * @param depth tokens that each had before
 * @param tokensPerSecond of all sequences together, mean over the repetitions
 * @param deviation standard deviation of the repetitions
 * @param arithmetic share of the machine's peak of products
 * @param memory share of its bandwidth that weights and cache would take if no processor cache held any of it
 */
public record EngineFigure(
        String test, int batch, int depth, double tokensPerSecond, double deviation, double arithmetic, double memory) {
    static final String CSV_HEADER = "test,batch,depth,tokens_per_second,deviation,arithmetic_share,memory_share";

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%.2f,%.2f,%.4f,%.4f",
                test,
                batch,
                depth,
                tokensPerSecond,
                deviation,
                arithmetic,
                memory);
    }
}
