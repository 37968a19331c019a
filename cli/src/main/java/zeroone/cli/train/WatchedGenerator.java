package zeroone.cli.train;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import zeroone.cli.console.ProgressLine;
import zeroone.cli.console.Terminal;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;

/** Shows how many completions have ended while others are still sampled, and leaves when asked to stop. */
final class WatchedGenerator implements Generator {
    private final Generator generator;
    private final int endOfTurn;
    private final Terminal terminal;
    private final InstantSource clock;
    private final String label;
    private final BooleanSupplier stop;

    /**
     * @param endOfTurn the token that ends a completion
     * @param stop polled at every token; if it says so, {@link StopRequested} is thrown
     */
    WatchedGenerator(
            Generator generator,
            int endOfTurn,
            String label,
            Terminal terminal,
            InstantSource clock,
            BooleanSupplier stop) {
        this.generator = generator;
        this.endOfTurn = endOfTurn;
        this.label = label;
        this.terminal = terminal;
        this.clock = clock;
        this.stop = stop;
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        int total = requests.stream().mapToInt(GenerationRequest::samples).sum();
        if (total == 0) {
            return generator.generate(requests, listener);
        }
        try (ProgressLine line = new ProgressLine(terminal, label, "thoughts", total, clock)) {
            Watch watch = new Watch(line);
            return generator.generate(requests, (request, sample, position, token) -> {
                watch.token(token);
                listener.token(request, sample, position, token);
            });
        }
    }

    @Override
    public int contextLength() {
        return generator.contextLength();
    }

    private final class Watch {
        private final ProgressLine line;
        private int ended;
        private long tokens;

        Watch(ProgressLine line) {
            this.line = line;
        }

        void token(int token) {
            if (stop.getAsBoolean()) {
                throw new StopRequested();
            }
            ended += token == endOfTurn ? 1 : 0;
            // Reading the clock costs more than counting.
            if (++tokens % 4096 == 0) {
                line.update(ended, String.format(java.util.Locale.ROOT, "%,d tokens", tokens));
            }
        }
    }
}
