package zeroone.tasks.assistant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import zeroone.tasks.sandbox.Command;
import zeroone.tasks.sandbox.Ending;
import zeroone.tasks.sandbox.Limits;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxFailure;
import zeroone.tasks.sandbox.SandboxResult;

/** Runs proof assistants in the sandbox, where they see {@code /usr} and the one file. */
record SandboxedRun(Sandbox sandbox) implements ContainedRun {
    private static final long MEBIBYTE = 1 << 20;
    private static final long GIBIBYTE = 1 << 30;
    private static final int PROCESSES = 4;

    @Override
    public Result run(List<String> arguments, String fileName, String content, Duration limit)
            throws InterruptedException {
        String inside = "/in/" + fileName;
        Limits limits = Limits.DEFAULT
                .withWallTime(limit)
                .withCpuTime(limit)
                .withMemory(GIBIBYTE, 2 * GIBIBYTE)
                .withProcesses(PROCESSES)
                .withWorkBytes(MEBIBYTE);
        Path directory = null;
        try {
            directory = sandbox.directoryToShow();
            Path file = Files.writeString(directory.resolve(fileName), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            Command command = new Command(
                    arguments.stream()
                            .map(argument -> argument.equals(FILE) ? inside : argument)
                            .toList(),
                    Map.of("HOME", "/in", "PATH", "/usr/bin"),
                    Map.of(inside, file),
                    new byte[0],
                    false);
            SandboxResult result = sandbox.run(command, limits);
            return new Result(
                    result.ending() == Ending.EXITED,
                    result.exitCode().orElse(-1),
                    result.stdout().text(),
                    result.stderr().text());
        } catch (IOException failure) {
            throw new SandboxFailure("cannot show a proof to the sandbox: " + failure, failure);
        } finally {
            if (directory != null) {
                Sandbox.delete(directory);
            }
        }
    }
}
