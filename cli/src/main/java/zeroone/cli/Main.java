package zeroone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import zeroone.tasks.catalog.Tasks;

/** The command line: commands, exit codes and how failures are told. */
@Command(
        name = "zeroone",
        description = "Teaches a language model to think before it answers, and lets it think longer.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Exit codes: 0 ok, 1 failure, 2 wrong usage, 3 no JDK 25 or Maven, 130 stopped by Ctrl-C.",
            "'test' runs everything that CI runs."
        })
public final class Main {
    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where in the code a failure arose.")
    private boolean stacktrace;

    private Main() {}

    public static void main(String[] args) {
        // Answers and thoughts are UTF-8 wherever they are shown, whatever the platform's default is.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.exit(run(new Surroundings(System.in, out, err, Clock.systemUTC(), System.getenv(), home()), args));
    }

    static int run(Surroundings surroundings, String... args) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main)
                .addSubcommand(new TrainCommand(surroundings))
                .addSubcommand(new AskCommand(surroundings))
                .addSubcommand(new EvalCommand(surroundings))
                .addSubcommand(new CommandLine(new BenchCommand(surroundings))
                        .addSubcommand(new EngineBenchCommand(surroundings))
                        .addSubcommand(new ServeBenchCommand(surroundings))
                        .addSubcommand(new TaskBenchCommand(surroundings, Tasks.all())))
                .addSubcommand(TasksCommand.of(surroundings, Tasks.all()))
                .addSubcommand(new VerifyCommand(surroundings, Tasks.all()))
                .addSubcommand(new RunsCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new KeysCommand(surroundings))
                .addSubcommand(new FeedbackCommand(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        Failures failures = new Failures(surroundings, () -> main.stacktrace);
        commands.setExecutionExceptionHandler(failures);
        commands.setParameterExceptionHandler(failures);
        if (args.length == 0) {
            commands.usage(surroundings.out());
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return commands.execute(args);
        } catch (OutOfMemoryError | LinkageError | StackOverflowError e) {
            return failures.tell(e);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The launcher says where ZeroOne lies; without it, the working directory counts. */
    private static Path home() {
        return Path.of(System.getProperty("zeroone.home", "")).toAbsolutePath();
    }
}
