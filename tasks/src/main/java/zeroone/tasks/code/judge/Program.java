package zeroone.tasks.code.judge;

import java.nio.file.Path;
import zeroone.tasks.sandbox.Command;
import zeroone.tasks.sandbox.Limits;
import zeroone.tasks.sandbox.Sandbox;

/**
 * A compiled program in a directory of its own, ready to be run.
 *
 * @param command without input
 */
record Program(Path directory, Command command, Limits limits) implements AutoCloseable {
    @Override
    public void close() {
        Sandbox.delete(directory);
    }
}
