package zeroone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import zeroone.cli.bench.serve.LoadFigures;
import zeroone.cli.bench.serve.ServeBench;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.train.Precision;
import zeroone.tasks.catalog.Tasks;
import zeroone.tensor.Device;

/** Measures a server with many streams at once. */
@Command(
        name = "serve",
        description = {
            "Measures a server with many streams at once: time to the first token and between tokens, tokens a second,",
            "and, in turns with it, what its engine does with the same requests without a server."
        })
final class ServeBenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--model", paramLabel = "DIR", description = "A model directory (default: models/base-tiny).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Another server instead, such as http://127.0.0.1:8080; without a path.")
    private Optional<URI> url = Optional.empty();

    @Option(names = "--name", description = "What that server calls its model (default: ${DEFAULT-VALUE}).")
    private String name = "default";

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description = "Of the products: float32, as serve has it, or bfloat16 (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT32;

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "200",
            description = "Open at once (default: ${DEFAULT-VALUE}).")
    private int streams = 200;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of each round (default: twice as many as streams).")
    private int requests;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "400",
            description = "Of each reply at most, thought included (default: ${DEFAULT-VALUE}).")
    private int tokens = 400;

    @Option(
            names = "--sequences",
            paramLabel = "N",
            defaultValue = "" + ServeCommand.SEQUENCES,
            description = "That the engine runs at once, as serve does; others wait (default: ${DEFAULT-VALUE}).")
    private int sequences = ServeCommand.SEQUENCES;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of the server and its engine in turns; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    ServeBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServeBench.Settings settings =
                new ServeBench.Settings(streams, requests == 0 ? 2 * streams : requests, tokens, sequences, rounds);
        ServeBench bench = new ServeBench(settings, Tasks.named("countdown-3"));
        PrintStream out = surroundings.out();
        out.printf(
                Locale.ROOT,
                "%d streams at once, %d requests of up to %d tokens%n%n",
                streams,
                settings.requests(),
                tokens);
        out.println(
                "| round | first token p50 | p99 | between tokens p50 | p99 | tokens | tokens/s | engine alone | ratio |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        List<ServeBench.Round> all = new ArrayList<>();
        if (url.isPresent()) {
            bench.run(url.get(), name, round -> show(all, round));
        } else {
            Path directory = model.orElse(surroundings.home().resolve("models/base-tiny"));
            try (ReasoningModel loaded = ReasoningModel.load(directory, precision.dtype(), Device.CPU)) {
                bench.run(loaded, round -> show(all, round));
            }
        }
        List<ServeBench.Round> sorted = all.stream()
                .sorted(Comparator.comparingDouble(ServeBenchCommand::ratio))
                .toList();
        out.printf(Locale.ROOT, "%nmedian: round %d%n", all.indexOf(sorted.get(sorted.size() / 2)) + 1);
        return 0;
    }

    private static double ratio(ServeBench.Round round) {
        double served = round.served().tokensPerSecond();
        return round.engineTokensPerSecond().map(engine -> served / engine).orElse(served);
    }

    private void show(List<ServeBench.Round> all, ServeBench.Round round) {
        all.add(round);
        LoadFigures served = round.served();
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "| %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %,d | %,.0f | %s | %s |%n",
                        all.size(),
                        1e3 * served.firstToken50(),
                        1e3 * served.firstToken99(),
                        1e3 * served.between50(),
                        1e3 * served.between99(),
                        served.tokens(),
                        served.tokensPerSecond(),
                        round.engineTokensPerSecond()
                                .map(engine -> String.format(Locale.ROOT, "%,.0f", engine))
                                .orElse("-"),
                        round.engineTokensPerSecond()
                                .map(engine -> String.format(Locale.ROOT, "%.2f", served.tokensPerSecond() / engine))
                                .orElse("-"));
        surroundings.out().flush();
    }
}
