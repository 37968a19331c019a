package zeroone.server.jobs;

import java.util.List;
import zeroone.text.generation.GenerationRequest;

/**
 * Knows what a job's specification means: which tokens to generate for it, and how they are told as events. Both are pure
 * functions of the request and of the tokens, so a job that is taken up after a crash tells again exactly what it told
 * before. Thread-safe.
 */
public interface JobInterpreter {
    /**
     * What to generate: one request a sample, each of them of a single sample with its own randomness, so that it can be
     * resumed by itself.
     *
     * @throws IllegalArgumentException if the specification cannot be met; the job fails with this message
     */
    List<GenerationRequest> plan(JobRequest request);

    /**
     * Tells a job from its beginning.
     *
     * @throws IllegalArgumentException if the specification cannot be met, or cannot any more
     */
    JobNarrator narrator(JobRequest request);
}
