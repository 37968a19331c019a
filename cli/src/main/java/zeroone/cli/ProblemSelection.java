package zeroone.cli;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;

/** Options that say which problems of a task are meant. */
final class ProblemSelection {
    @Option(names = "--from", paramLabel = "N", defaultValue = "0", description = "The first problem (default: 0).")
    private long from;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Split split = Split.TEST;

    @Option(names = "--seed", defaultValue = "0", description = "The seed of the problems (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * The first problems of the selection.
     *
     * @throws UserException if the numbers are not possible
     */
    Stream<Problem> of(Task task, long count) {
        if (from < 0 || count < 1) {
            throw new UserException(
                    "problems are numbered from 0, and at least one is wanted: --from " + from + ", -n " + count);
        }
        return LongStream.range(from, from + count)
                .mapToObj(i -> task.problems().problem(split, seed, i));
    }

    Split split() {
        return split;
    }

    long seed() {
        return seed;
    }

    long from() {
        return from;
    }
}
