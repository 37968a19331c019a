package zeroone.cli.bench.serve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

/** Remembers what a server asked of an engine, so that the engine can be asked the same without the server. */
final class RememberingGenerator implements StreamingGenerator {
    private final StreamingGenerator generator;
    private final List<GenerationRequest> asked = Collections.synchronizedList(new ArrayList<>());

    RememberingGenerator(StreamingGenerator generator) {
        this.generator = generator;
    }

    /** What was submitted since this was asked last. */
    List<GenerationRequest> asked() {
        synchronized (asked) {
            List<GenerationRequest> all = List.copyOf(asked);
            asked.clear();
            return all;
        }
    }

    @Override
    public Generation submit(GenerationRequest request, TokenListener listener) {
        asked.add(request);
        return generator.submit(request, listener);
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        return generator.generate(requests, listener);
    }

    @Override
    public int contextLength() {
        return generator.contextLength();
    }
}
