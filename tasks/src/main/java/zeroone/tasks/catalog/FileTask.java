package zeroone.tasks.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/**
 * The problems of a file as a task to train with and to measure on. Which split a problem belongs to is a function of the
 * problem, as in every task: about eight in ten are trained with. A split is gone through in an order that its seed decides;
 * after the last problem comes another order.
 */
public final class FileTask implements Taskset {
    private final String name;
    private final Map<Split, List<Problem>> problems;
    private final Verifier verifier;

    /** What tells problems of one file apart. */
    private record Key(String task, String id) {
        static Key of(Problem problem) {
            return new Key(problem.task(), problem.id());
        }
    }

    /** Every problem has the verifier that its row names. */
    private record OfItsRow(Map<Key, Verifier> verifiers) implements Verifier {
        @Override
        public Verdict verify(Problem problem, String answer) {
            return Optional.ofNullable(verifiers.get(Key.of(problem)))
                    .orElseThrow(() ->
                            new IllegalArgumentException("problem " + problem.id() + " does not come from this file"))
                    .verify(problem, answer);
        }

        @Override
        public Duration patience() {
            return verifiers.values().stream()
                    .map(Verifier::patience)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }
    }

    private FileTask(String name, Map<Split, List<Problem>> problems, Verifier verifier) {
        this.name = name;
        this.problems = problems;
        this.verifier = verifier;
    }

    /** Whether a name is that of a file of problems and not that of a task. */
    public static boolean isFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".csv") || lower.endsWith(".parquet");
    }

    /**
     * The problems of a file; a problem that it holds twice counts once.
     *
     * @throws IllegalArgumentException if a split would have no problem
     */
    public static Task of(Path path, ProblemFile file) {
        String name = String.valueOf(path.getFileName());
        Map<Key, Verifier> verifiers = new HashMap<>();
        Map<Key, Problem> distinct = new LinkedHashMap<>();
        for (ProblemFile.Entry entry : file.entries()) {
            Key key = Key.of(entry.problem());
            distinct.putIfAbsent(key, entry.problem());
            verifiers.putIfAbsent(key, entry.verifier());
        }
        Map<Split, List<Problem>> problems = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Problem> all = distinct.values().stream()
                    .filter(problem -> Split.of(problem.id()) == split)
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalArgumentException(path + " has " + distinct.size()
                        + " different problems and none of them falls into " + split
                        + ", which takes one in ten at least; add problems");
            }
            problems.put(split, all);
        }
        FileTask task = new FileTask(name, problems, new OfItsRow(Map.copyOf(verifiers)));
        return new Task(
                task,
                (problem, random) -> {
                    throw new IllegalArgumentException(name + " has no worked solutions to pretrain on");
                },
                thoughts());
    }

    /** Notes are read as the problem's task reads them; a question of one's own has no notes that are known. */
    private static ThoughtReader thoughts() {
        return (problem, thought) -> Tasks.names().contains(problem.task())
                ? Tasks.named(problem.task()).thoughts().read(problem, thought)
                : ThoughtBehaviour.NONE;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        List<Problem> all = problems.getOrDefault(split, List.of());
        int size = all.size();
        CounterRandom order = CounterRandom.of(seed).split(split.name()).split(Math.floorDiv(index, (long) size));
        long first = Math.floorMod(order.bits(0), (long) size);
        return all.get((int) ((first + Math.floorMod(index, (long) size) * stride(order, size)) % size));
    }

    /** A step that meets every problem before it meets one again: it has no divisor in common with their number. */
    private static long stride(CounterRandom order, int size) {
        long stride = 1 + Math.floorMod(order.bits(1), (long) size);
        while (divisor(stride, size) > 1) {
            stride = 1 + stride % size;
        }
        return stride;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    @Override
    public Verifier verifier() {
        return verifier;
    }
}
