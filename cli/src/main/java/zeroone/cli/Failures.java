package zeroone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import zeroone.cli.recipe.RecipeException;
import zeroone.model.huggingface.ModelFormatException;
import zeroone.text.template.TemplateException;
import zeroone.text.tokenizer.TokenizerFormatException;

/**
 * Tells failures to the user. What is wrong with his input is one line; a failure that nobody foresaw says so, and leaves
 * its stack trace in a file.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Surroundings surroundings;
    private final BooleanSupplier stacktrace;

    Failures(Surroundings surroundings, BooleanSupplier stacktrace) {
        this.surroundings = surroundings;
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        return tell(exception);
    }

    /** Tells a failure and gives the exit code. */
    int tell(Throwable exception) {
        PrintStream err = surroundings.err();
        surroundings.out().flush();
        if (foreseen(exception)) {
            err.println("zeroone: " + message(exception));
        } else {
            // Native libraries put a stack trace into their messages.
            err.println("zeroone: this should not have happened: "
                    + message(exception).lines().findFirst().orElse(""));
            err.println("  " + keep(exception));
        }
        if (stacktrace.getAsBoolean()) {
            exception.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintStream err = surroundings.err();
        err.println("zeroone: " + message(exception));
        UnmatchedArgumentException.printSuggestions(exception, command.getErr());
        err.println("See 'zeroone " + path(command) + "--help'.");
        return CommandLine.ExitCode.USAGE;
    }

    /** The names of the subcommands down to the one that was called, each with a space behind. */
    private static String path(CommandLine command) {
        return command.getParent() == null ? "" : path(command.getParent()) + command.getCommandName() + " ";
    }

    /** The project's own checks throw these with a message for the user. */
    private static boolean foreseen(Throwable exception) {
        return switch (exception) {
            case RecipeException e -> true;
            case UserException e -> true;
            case ModelFormatException e -> true;
            case TokenizerFormatException e -> true;
            case TemplateException e -> true;
            case IOException e -> true;
            case OutOfMemoryError e -> true;
            case UncheckedIOException e -> true;
            case IllegalArgumentException e -> e.getClass() == IllegalArgumentException.class && e.getMessage() != null;
            default -> false;
        };
    }

    private static String message(Throwable exception) {
        return switch (exception) {
            // The JDK's messages for these are the bare file name.
            case NoSuchFileException e -> "there is no file " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " exists already";
            case AccessDeniedException e -> "no permission to access " + e.getFile();
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
            case OutOfMemoryError e ->
                "out of memory (" + e.getMessage()
                        + "); ZEROONE_JAVA_OPTS=-Xmx8g gives Java more, smaller batches need less";
            case UncheckedIOException e
            when e.getCause() instanceof IOException cause
                    && !String.valueOf(e.getMessage()).contains(String.valueOf(cause.getMessage())) ->
                e.getMessage() + ": " + message(cause);
            case UnsatisfiedLinkError e -> "a native library does not load on this machine: " + e.getMessage();
            default ->
                Objects.requireNonNullElse(
                        exception.getMessage(), exception.getClass().getSimpleName());
        };
    }

    private String keep(Throwable exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("zeroone-", ".trace");
            Files.writeString(file, surroundings.clock().instant() + "\n" + trace);
            return "The stack trace is in " + file;
        } catch (IOException e) {
            return "The stack trace could not be kept (" + e.getMessage() + "); --stacktrace shows it";
        }
    }
}
