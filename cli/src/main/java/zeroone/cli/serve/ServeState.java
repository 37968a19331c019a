package zeroone.cli.serve;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import zeroone.server.auth.KeyFile;
import zeroone.server.thought.CipherKeyFile;

/** The directory that a server keeps its keys, its jobs and what people say of its answers in. */
public record ServeState(Path directory) {
    /** Where it lies unless somebody says otherwise. */
    public static ServeState in(Path home) {
        return new ServeState(home.resolve("serve"));
    }

    public KeyFile keys() {
        return new KeyFile(directory.resolve("keys.json"));
    }

    /** @param random cryptographically strong */
    public CipherKeyFile seals(RandomGenerator random) {
        return new CipherKeyFile(directory.resolve("seals.json"), random);
    }

    public Path feedback() {
        return directory.resolve("feedback.jsonl");
    }

    /** Where responses and background jobs are kept, unless somebody names another database. */
    public String database() {
        return "jdbc:sqlite:" + directory.resolve("jobs.db");
    }
}
