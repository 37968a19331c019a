package zeroone.tasks.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program with all that it is given. It sees {@code /usr} of this machine, the files named here, and nothing else.
 *
 * @param arguments program, by its path inside the sandbox, and its arguments
 * @param environment all of it: nothing is inherited
 * @param files files and directories to be seen read-only, by their path inside the sandbox, which starts with {@code
 *     /in/}; and the directories of a runtime that is not below {@code /usr}, by their own path
 * @param input what standard input holds
 * @param proc whether the program's own {@code /proc} is mounted, which some runtimes need; it tells of the machine's
 *     hardware and kernel, and of which devices its directories lie on
 */
public record Command(
        List<String> arguments, Map<String, String> environment, Map<String, Path> files, byte[] input, boolean proc) {
    public Command {
        arguments = List.copyOf(arguments);
        environment = new TreeMap<>(environment);
        files = new TreeMap<>(files);
        input = input.clone();
        if (arguments.isEmpty() || !arguments.getFirst().startsWith("/")) {
            throw new IllegalArgumentException(
                    "a command starts with the absolute path of a program inside the sandbox: " + arguments);
        }
        for (String argument : arguments) {
            noZero(argument);
        }
        environment.forEach((name, value) -> {
            noZero(name + value);
            if (name.isEmpty() || name.contains("=")) {
                throw new IllegalArgumentException("the name of an environment variable must have characters, and none"
                        + " of them \"=\": \"" + name + "\"");
            }
        });
        files.forEach((inside, outside) -> {
            noZero(inside);
            boolean own = Path.of(inside).equals(outside);
            if (!Path.of(inside).normalize().toString().equals(inside) || !(inside.startsWith("/in/") || own)) {
                throw new IllegalArgumentException(
                        "a file is seen below /in/ or, for a runtime, at its own path, not at \"" + inside + "\"");
            }
            if (!outside.isAbsolute()) {
                throw new IllegalArgumentException("the path of a file must be absolute: " + outside);
            }
        });
    }

    /** A program with no environment, no files and no input. */
    public static Command of(String... arguments) {
        return new Command(List.of(arguments), Map.of(), Map.of(), new byte[0], false);
    }

    public Command withEnvironment(Map<String, String> all) {
        return new Command(arguments, all, files, input, proc);
    }

    public Command withFiles(Map<String, Path> all) {
        return new Command(arguments, environment, all, input, proc);
    }

    public Command withInput(byte[] bytes) {
        return new Command(arguments, environment, files, bytes, proc);
    }

    public Command withProc() {
        return new Command(arguments, environment, files, input, true);
    }

    @Override
    public byte[] input() {
        return input.clone();
    }

    private static void noZero(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a command cannot hold the character zero: \"" + text + "\"");
        }
    }
}
