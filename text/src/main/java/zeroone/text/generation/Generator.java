package zeroone.text.generation;

import java.util.List;

/** Proposes completions: one half of the gap between generating a solution and recognising one. */
public interface Generator {
    /**
     * Completes every request.
     *
     * @return for each request, in order, its samples, in order
     * @throws IllegalArgumentException if a request cannot fit into {@link #contextLength}
     */
    List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener);

    default List<List<Completion>> generate(List<GenerationRequest> requests) {
        return generate(requests, GenerationListener.NONE);
    }

    /** The most tokens that prompt and completion may have together. */
    int contextLength();
}
