package zeroone.tasks.code.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zeroone.tasks.sandbox.Command;
import zeroone.tasks.sandbox.Ending;
import zeroone.tasks.sandbox.Limits;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxResult;

/**
 * Compiles programs inside the sandbox, since a compiler fed by a stranger is a program of that stranger: it can be made to
 * run for ever, to fill the memory, or to read any file. What it makes leaves through standard output.
 */
record Compiler(Sandbox sandbox, Toolchains toolchains) {
    private static final long MEBIBYTE = 1 << 20;
    private static final int SHOWN = 300;

    private static final Limits LIMITS = Limits.DEFAULT
            .withWallTime(Duration.ofSeconds(60))
            .withCpuTime(Duration.ofSeconds(20))
            .withMemory(1_024 * MEBIBYTE, 2_048 * MEBIBYTE)
            .withProcesses(64)
            .withOutput(64 * MEBIBYTE)
            .withWorkBytes(64 * MEBIBYTE);

    /** Prints each class as a line with its name, a line with its length, and its bytes. */
    private static final String JAVAC = """
            "$@" || exit 1
            for class in *.class; do
              echo "$class"
              wc -c <"$class"
              cat "$class"
            done
            """;

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:CompressedClassSpaceSize=64m");

    /**
     * @param function the function that the source defines; empty if it is a whole program
     * @throws CompilationError if the compiler refuses it
     */
    Program compile(Language language, Optional<Signature> function, String source, ProgramLimits limits)
            throws CompilationError, InterruptedException, IOException {
        Map<String, String> sources = sources(language, function, source);
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (language) {
            case PYTHON -> sources.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
            case CPP -> files.put("program", cpp(sources));
            case JAVA -> files.putAll(java(sources));
        }
        Path directory = shown(files);
        return new Program(directory, command(language, directory, limits), limits(language, limits));
    }

    private static Map<String, String> sources(Language language, Optional<Signature> function, String source) {
        return switch (language) {
            case PYTHON, CPP ->
                Map.of(
                        "main." + language.tag(),
                        function.map(f -> Harness.whole(language, f, source)).orElse(source));
            case JAVA ->
                function.map(f -> Map.of("Solution.java", source, "Main.java", Harness.after(language, f)))
                        .orElse(Map.of("Main.java", source));
        };
    }

    private byte[] cpp(Map<String, String> sources) throws CompilationError, InterruptedException, IOException {
        String compiler = toolchains.require(Language.CPP).toString();
        Command command = Command.of(
                "/bin/sh",
                "-c",
                "\"$@\" && cat program",
                "sh",
                compiler,
                "-std=gnu++20",
                "-O2",
                "-w",
                "-fmax-errors=3",
                "-fdiagnostics-color=never",
                "-o",
                "program",
                "/in/source/main.cpp");
        return compiled(command.withEnvironment(Map.of("PATH", "/usr/bin:/bin", "TMPDIR", "/work")), sources);
    }

    private Map<String, byte[]> java(Map<String, String> sources)
            throws CompilationError, InterruptedException, IOException {
        Path home = toolchains.require(Language.JAVA);
        List<String> line = new ArrayList<>(
                List.of("/bin/sh", "-c", JAVAC, "sh", home.resolve("bin/javac").toString()));
        JVM.forEach(option -> line.add("-J" + option));
        line.addAll(List.of("-J-Xmx256m", "-J-Djava.io.tmpdir=/work", "-proc:none", "-nowarn", "-encoding", "UTF-8"));
        line.addAll(List.of("-implicit:none", "-sourcepath", "/in/source", "-d", "/work"));
        sources.keySet().stream().sorted().forEach(name -> line.add("/in/source/" + name));
        Command command = Command.of(line.toArray(String[]::new))
                .withEnvironment(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"))
                .withProc();
        return new ClassListing(compiled(withJdk(command, home), sources)).read();
    }

    private byte[] compiled(Command command, Map<String, String> sources)
            throws CompilationError, InterruptedException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sources.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Path directory = shown(files);
        try {
            Map<String, Path> seen = new LinkedHashMap<>(command.files());
            seen.put("/in/source", directory);
            SandboxResult result = sandbox.run(command.withFiles(seen), LIMITS);
            if (!result.succeeded()) {
                throw new CompilationError(complaint(result));
            }
            return result.stdout().bytes();
        } finally {
            Sandbox.delete(directory);
        }
    }

    private static String complaint(SandboxResult result) {
        if (result.ending() != Ending.EXITED) {
            return "the compiler was stopped: " + result.ending();
        }
        List<String> lines = result.stderr().text().lines().map(String::strip).toList();
        String first = lines.stream()
                .filter(line -> line.contains("error"))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("no reason given")
                .replace("/in/source/", "");
        return first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
    }

    private Command command(Language language, Path directory, ProgramLimits limits) {
        return switch (language) {
            case PYTHON ->
                Command.of(toolchains.require(language).toString(), "-I", "-S", "-B", "/in/program/main.python")
                        .withEnvironment(Map.of("LC_ALL", "C.UTF-8"))
                        .withFiles(Map.of("/in/program", directory));
            case CPP -> Command.of("/in/program/program").withFiles(Map.of("/in/program", directory));
            case JAVA -> {
                Path home = toolchains.require(language);
                List<String> line =
                        new ArrayList<>(List.of(home.resolve("bin/java").toString()));
                line.addAll(JVM);
                line.addAll(List.of("-Xmx" + limits.mebibytes() + "m", "-Xss8m", "-cp", "/in/program", "Main"));
                Command command = Command.of(line.toArray(String[]::new))
                        .withEnvironment(Map.of("LC_ALL", "C.UTF-8", "MALLOC_ARENA_MAX", "1"))
                        .withFiles(Map.of("/in/program", directory))
                        .withProc();
                yield withJdk(command, home);
            }
        };
    }

    private static Limits limits(Language language, ProgramLimits limits) {
        Duration time = Duration.ofMillis(language.millis(limits.millis()));
        Limits all = Limits.DEFAULT
                .withCpuTime(time)
                // Others may keep the processors busy; only idling programs come near this.
                .withWallTime(time.multipliedBy(10).plusSeconds(5))
                .withOutput(16 * MEBIBYTE);
        return switch (language) {
            case PYTHON, CPP -> all.withMemory(limits.mebibytes() * MEBIBYTE, 64 * MEBIBYTE);
            case JAVA ->
                all.withMemory((limits.mebibytes() + ProgramLimits.JAVA_RUNTIME) * MEBIBYTE, 1_024 * MEBIBYTE)
                        .withProcesses(40);
        };
    }

    /** A JDK outside {@code /usr} has to be shown, and so has what a packaged one keeps in {@code /etc}. */
    private static Command withJdk(Command command, Path home) {
        Map<String, Path> files = new LinkedHashMap<>(command.files());
        if (!home.startsWith("/usr")) {
            files.put(home.toString(), home);
        }
        Path settings = Path.of("/etc", "java-" + Runtime.version().feature() + "-openjdk");
        if (Files.isDirectory(settings)) {
            files.put(settings.toString(), settings);
        }
        return command.withFiles(files);
    }

    private Path shown(Map<String, byte[]> files) throws IOException {
        Path directory = sandbox.directoryToShow();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(directory.resolve(file.getKey()), file.getValue());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return directory;
    }
}
