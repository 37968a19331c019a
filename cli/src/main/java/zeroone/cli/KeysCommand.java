package zeroone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.serve.ServeState;
import zeroone.server.auth.ApiKey;
import zeroone.server.auth.NewKey;
import zeroone.server.auth.RateLimit;
import zeroone.server.thought.ThoughtVisibility;

/** Makes, lists and takes away the keys of a server; a running one notices within a second. */
@Command(name = "keys", description = "The keys that a server knows: add, list, remove; rotate the seal of thoughts.")
final class KeysCommand {
    private final Surroundings surroundings;

    @Option(names = "--state", paramLabel = "DIR", description = "The server's directory (default: serve).")
    private Optional<Path> directory = Optional.empty();

    KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private ServeState state() {
        return directory.map(ServeState::new).orElseGet(() -> ServeState.in(surroundings.home()));
    }

    @Command(name = "add", description = "Makes a key and shows it, once.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Who or what uses it.") String name,
            @Option(names = "--tenant", description = "Whose responses it shares (default: its name).")
                    Optional<String> tenant,
            @Option(names = "--thoughts", description = "hidden, summary or visible (default: summary).")
                    Optional<ThoughtVisibility> thoughts,
            @Option(
                            names = "--model",
                            description = "A model that it may use; several times for several (default: all).")
                    Optional<List<String>> models,
            @Option(names = "--admin", description = "May read metrics.") boolean admin,
            @Option(names = "--requests-per-minute", defaultValue = "0", description = "0 for no limit.") int requests,
            @Option(names = "--tokens-per-minute", defaultValue = "0", description = "0 for no limit.") int tokens)
            throws IOException {
        NewKey fresh = NewKey.draw(new SecureRandom());
        List<ApiKey> keys = new ArrayList<>(state().keys().read());
        keys.add(new ApiKey(
                fresh.id(),
                name,
                tenant.orElse(name),
                fresh.secret(),
                models.map(Set::copyOf).orElse(Set.of()),
                thoughts.orElse(ThoughtVisibility.SUMMARY),
                admin,
                new RateLimit(requests, tokens),
                surroundings.clock().instant()));
        state().keys().write(keys);
        surroundings.out().println(fresh.text());
        surroundings
                .out()
                .println("This is the only time it is shown. A server that runs without keys must be restarted.");
        return 0;
    }

    @Command(name = "list", description = "Shows the keys, without their secrets.")
    int list() throws IOException {
        for (ApiKey key : state().keys().read()) {
            surroundings
                    .out()
                    .printf(
                            Locale.ROOT,
                            "%s  %-16s tenant %-16s thoughts %-8s %s%n",
                            key.id(),
                            key.name(),
                            key.tenant(),
                            key.thoughts().wire(),
                            key.admin() ? "admin" : "");
        }
        return 0;
    }

    @Command(name = "remove", description = "Takes a key away.")
    int remove(@Parameters(paramLabel = "ID", description = "As the list shows it.") String id) throws IOException {
        List<ApiKey> keys = new ArrayList<>(state().keys().read());
        if (!keys.removeIf(key -> key.id().equals(id))) {
            throw new UserException("there is no key " + id + "; see ./zeroone keys list");
        }
        state().keys().write(keys);
        return 0;
    }

    @Command(name = "rotate-seal", description = "Seals thoughts with a new key; what older ones sealed still opens.")
    int rotateSeal() throws IOException {
        state().seals(new SecureRandom()).rotate();
        surroundings.out().println("A running server seals with the new key once it is restarted.");
        return 0;
    }
}
