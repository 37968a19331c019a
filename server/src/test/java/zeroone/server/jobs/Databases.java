package zeroone.server.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The kinds of databases that there are on this machine: SQLite, and PostgreSQL where it is installed. */
final class Databases implements BeforeAllCallback {
    /** A kind of database. */
    enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private Optional<Postgres> postgres = Optional.empty();

    static Stream<Kind> kinds() {
        return Postgres.programs().isPresent() ? Stream.of(Kind.SQLITE, Kind.POSTGRESQL) : Stream.of(Kind.SQLITE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        postgres = Postgres.programs()
                .map(programs -> context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(Postgres.class, _ -> started(programs), Postgres.class));
    }

    private static Postgres started(Path programs) {
        try {
            return Postgres.start(programs);
        } catch (Exception failure) {
            throw new IllegalStateException("PostgreSQL is installed in " + programs + " but does not start", failure);
        }
    }

    /** Those of them that are servers of their own, which several of ours can share. */
    static Stream<Kind> servers() {
        return kinds().filter(kind -> kind == Kind.POSTGRESQL);
    }

    /** The server of this kind. */
    Postgres server(Kind kind) {
        return switch (kind) {
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
            case POSTGRESQL -> postgres.orElseThrow();
        };
    }

    /** The address of an empty database. */
    String url(Kind kind) throws Exception {
        return switch (kind) {
            case SQLITE ->
                "jdbc:sqlite:" + Files.createTempDirectory("zeroone-jobs").resolve("jobs.db");
            case POSTGRESQL -> server(kind).schema();
        };
    }
}
