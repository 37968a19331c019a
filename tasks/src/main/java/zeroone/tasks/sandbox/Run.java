package zeroone.tasks.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One program while it runs: fed, read, watched and, in the end, dead. Used by one thread. */
final class Run {
    /** A program that ends soon is noticed at once; looking costs less than a percent. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private static final Duration DEATH = Duration.ofSeconds(10);
    private static final int SIGNALS_FROM = 128;
    private static final int LAST_SIGNAL = 64;

    private static final Pattern CHILD = Pattern.compile("\"child-pid\": (\\d{1,10})");
    private static final Pattern EXIT = Pattern.compile("\"exit-code\": (\\d{1,3})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})m(\\d{1,9})[.,](\\d{1,9})s");

    private final Launch launch;
    private final Process process;
    private final long start = System.nanoTime();
    private final StreamReader stdout;
    private final StreamReader stderr;
    private Optional<Ending> killed = Optional.empty();
    private OptionalLong peakMemory = OptionalLong.empty();
    private Duration seenCpuTime = Duration.ZERO;

    private Run(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
        this.stdout = new StreamReader(
                "stdout of a sandbox", process.getInputStream(), launch.limits().output());
        this.stderr = new StreamReader(
                "stderr of a sandbox", process.getErrorStream(), launch.limits().output());
        Thread.ofPlatform().daemon().name("stdin of a sandbox").start(this::feed);
    }

    static Run start(Launch launch) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(launch.arguments()).directory(Path.of("/").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        return new Run(launch, builder.start());
    }

    SandboxResult result() throws InterruptedException {
        try {
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                killed = exceeded();
                if (killed.isPresent()) {
                    break;
                }
            }
        } finally {
            end();
        }
        Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
        Output written = stdout.finish();
        Output complaints = stderr.finish();
        if (written.truncated() || complaints.truncated()) {
            killed = Optional.of(Ending.OUTPUT);
        }
        Optional<ControlGroup> group = launch.group();
        if (group.isPresent()) {
            peakMemory = group.get().peakMemory().isPresent() ? group.get().peakMemory() : peakMemory;
            if (group.get().ranOutOfMemory()) {
                killed = Optional.of(Ending.MEMORY);
            }
        }
        Duration cpuTime = cpuTime();
        if (killed.isEmpty() && cpuTime.compareTo(launch.limits().cpuTime()) > 0) {
            killed = Optional.of(Ending.CPU_TIME);
        }
        OptionalInt code = killed.isPresent() ? OptionalInt.empty() : OptionalInt.of(exitCode(complaints));
        boolean signalled =
                code.isPresent() && code.getAsInt() > SIGNALS_FROM && code.getAsInt() <= SIGNALS_FROM + LAST_SIGNAL;
        return new SandboxResult(
                killed.orElse(signalled ? Ending.SIGNALLED : Ending.EXITED),
                signalled ? OptionalInt.empty() : code,
                signalled ? OptionalInt.of(code.getAsInt() - SIGNALS_FROM) : OptionalInt.empty(),
                written,
                complaints,
                wallTime,
                cpuTime,
                peakMemory);
    }

    private void feed() {
        try (OutputStream input = process.getOutputStream()) {
            input.write(launch.command().input());
        } catch (IOException notRead) {
            // A program need not read its input.
            return;
        }
    }

    private Optional<Ending> exceeded() {
        Limits limits = launch.limits();
        if (stdout.overflown() || stderr.overflown()) {
            return Optional.of(Ending.OUTPUT);
        }
        ProcessTree tree = new ProcessTree(process.pid());
        ProcessTree.Usage usage = tree.usage();
        seenCpuTime = usage.cpuTime().compareTo(seenCpuTime) > 0 ? usage.cpuTime() : seenCpuTime;
        long resident = usage.resident();
        if (resident > limits.memory()) {
            resident = tree.proportional();
        }
        peakMemory = OptionalLong.of(Math.max(peakMemory.orElse(0), resident));
        if (resident > limits.memory()) {
            return Optional.of(Ending.MEMORY);
        }
        if (seenCpuTime.compareTo(limits.cpuTime()) > 0) {
            return Optional.of(Ending.CPU_TIME);
        }
        return System.nanoTime() - start > limits.wallTime().toNanos()
                ? Optional.of(Ending.WALL_TIME)
                : Optional.empty();
    }

    /** Kills all that is left. The namespace's first process goes first, so that its parents still report its time. */
    private void end() throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        first().ifPresent(ProcessHandle::destroyForcibly);
        long end = System.nanoTime() + DEATH.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException another) {
                interrupted = true;
            }
            // The namespace may not have existed yet.
            first().ifPresent(ProcessHandle::destroyForcibly);
        }
        if (process.isAlive()) {
            List<Long> left = new ProcessTree(process.pid()).processes();
            left.reversed().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            process.destroyForcibly();
        }
        if (interrupted) {
            throw new InterruptedException("a run in the sandbox was interrupted");
        }
    }

    /** The first process of the sandbox's namespace, without which no other lives; empty before it exists. */
    private Optional<ProcessHandle> first() {
        Matcher child = CHILD.matcher(read("status"));
        if (!child.find()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(child.group(1));
        // A number may be given to a stranger once its process is dead; a descendant is no stranger.
        return new ProcessTree(process.pid()).processes().contains(pid) ? ProcessHandle.of(pid) : Optional.empty();
    }

    private int exitCode(Output complaints) {
        Matcher code = EXIT.matcher(read("status"));
        if (!code.find()) {
            throw new SandboxFailure("the program was not started: "
                    + complaints
                            .text()
                            .strip()
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse("no reason given"));
        }
        return Integer.parseInt(code.group(1));
    }

    /** What the shell says of its children's time; what was seen if it could not say so. */
    private Duration cpuTime() {
        List<String> lines = read("times").lines().toList();
        if (lines.size() < 2) {
            return seenCpuTime;
        }
        Duration sum = Duration.ZERO;
        Matcher times = TIME.matcher(lines.get(1));
        while (times.find()) {
            String millis = (times.group(3) + "00").substring(0, 3);
            sum = sum.plusMinutes(Long.parseLong(times.group(1)))
                    .plusSeconds(Long.parseLong(times.group(2)))
                    .plusMillis(Long.parseLong(millis));
        }
        return sum.compareTo(seenCpuTime) > 0 ? sum : seenCpuTime;
    }

    private String read(String file) {
        try {
            return new String(Files.readAllBytes(launch.report().resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException notWritten) {
            return "";
        }
    }
}
