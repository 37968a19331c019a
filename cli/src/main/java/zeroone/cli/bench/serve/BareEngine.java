package zeroone.cli.bench.serve;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

/** Answers requests without a server: nobody decodes, nobody listens. */
record BareEngine(StreamingGenerator generator) {
    /** What it wrote, and how long that took. */
    record Run(long tokens, double seconds) {
        double tokensPerSecond() {
            return tokens / seconds;
        }
    }

    /** @param atOnce requests that wait or run at the same time */
    Run run(List<GenerationRequest> requests, int atOnce) {
        Semaphore places = new Semaphore(atOnce);
        AtomicLong tokens = new AtomicLong();
        long begun = System.nanoTime();
        for (GenerationRequest request : requests) {
            places.acquireUninterruptibly();
            generator.submit(request, TokenListener.NONE).completion().whenComplete((completions, _) -> {
                completions.forEach(completion -> tokens.addAndGet(completion.tokens().length));
                places.release();
            });
        }
        places.acquireUninterruptibly(atOnce);
        return new Run(tokens.get(), (System.nanoTime() - begun) / 1e9);
    }
}
