package zeroone.server.inference;

import java.util.List;
import zeroone.text.generation.Completion;

/**
 * What a request cost, in tokens.
 *
 * @param prompt tokens; once, however many samples
 * @param cached those of them that were not read, because a request before began alike
 * @param completion written, in all samples: thought, the token that ends it, answer, the token that ends the turn
 * @param reasoning those of them that are thought, with the tokens that end it
 */
public record Usage(int prompt, int cached, int completion, int reasoning) {
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /**
     * What completions of one prompt cost.
     *
     * @param carried tokens of each that an earlier request has paid for
     */
    public static Usage of(List<Completion> completions, int carried) {
        int prompt = completions.isEmpty() ? 0 : completions.getFirst().prompt().length + carried;
        int written = 0;
        int reasoning = 0;
        for (Completion completion : completions) {
            int thought = completion.thoughtLength();
            // Without a thought the token that ends it was not generated: the budget put it there.
            int marker = thought < completion.tokens().length ? 1 : 0;
            int unthought = thought == 0 && completion.closeForced() ? 1 : 0;
            written += Math.max(0, completion.tokens().length - carried - unthought);
            reasoning += Math.max(0, thought + marker - unthought - carried);
        }
        return new Usage(prompt, 0, written, Math.min(reasoning, written));
    }

    /** The same, of which so many tokens of the prompt were not read. */
    public Usage cached(int tokens) {
        return new Usage(prompt, Math.min(tokens, prompt), completion, reasoning);
    }

    public Usage plus(Usage other) {
        return new Usage(
                prompt + other.prompt,
                cached + other.cached,
                completion + other.completion,
                reasoning + other.reasoning);
    }

    public int total() {
        return prompt + completion;
    }
}
