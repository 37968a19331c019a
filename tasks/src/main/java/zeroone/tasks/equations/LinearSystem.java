package zeroone.tasks.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Solve 2x + 3y = 7, x - y = 1." Two or three equations with exactly one solution.
 *
 * @param level part of the name
 * @param size how many equations and unknowns, 2 or 3
 * @param whole whether the solution is whole
 * @param largest the largest coefficient, 2 to 100
 */
record LinearSystem(String level, int size, boolean whole, int largest) implements Exercise<LinearSystem.Rows> {
    private static final List<String> UNKNOWNS = List.of("x", "y", "z");
    private static final long LIMIT = 10_000;

    LinearSystem {
        if (size < 2 || size > 3 || largest < 2 || largest > 100) {
            throw new IllegalArgumentException("a system must have 2 or 3 unknowns and coefficients up to 2 to 100: "
                    + size + " unknowns, coefficients up to " + largest);
        }
    }

    /** Each row has the coefficients of the unknowns, then the right side. */
    record Rows(List<List<Long>> rows) {
        Rows {
            rows = rows.stream().map(List::copyOf).toList();
        }

        int size() {
            return rows.size();
        }

        /** The matrix with the right side in place of one column; any other number for none. */
        List<List<Rational>> matrix(int replaced) {
            return rows.stream()
                    .map(row -> IntStream.range(0, size())
                            .mapToObj(column -> Rational.of(row.get(column == replaced ? size() : column)))
                            .toList())
                    .toList();
        }
    }

    @Override
    public String name() {
        return "linear-system-" + level;
    }

    @Override
    public Rows draw(RandomGenerator random) {
        while (true) {
            List<Long> solution =
                    random.longs(size, -largest, largest + 1L).boxed().toList();
            List<List<Long>> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                List<Long> row = new ArrayList<>(
                        random.longs(size, -largest, largest + 1L).boxed().toList());
                long right = random.nextLong(-largest * 3L, largest * 3L + 1);
                if (whole) {
                    right = 0;
                    for (int j = 0; j < size; j++) {
                        right += row.get(j) * solution.get(j);
                    }
                }
                row.add(right);
                rows.add(row);
            }
            Rows drawn = new Rows(rows);
            boolean empty =
                    rows.stream().anyMatch(row -> row.subList(0, size).stream().allMatch(a -> a == 0));
            if (!empty && !Determinant.of(drawn.matrix(-1), Notes.flawless()).isZero()) {
                return drawn;
            }
        }
    }

    @Override
    public ObjectNode data(Rows rows) {
        ObjectNode data = Fields.empty();
        for (int i = 0; i < rows.size(); i++) {
            data.set("row" + (i + 1), Fields.array(rows.rows().get(i)));
        }
        return data;
    }

    @Override
    public Rows read(ObjectNode data) {
        List<List<Long>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Long> row = Fields.wholes(data, "row" + (i + 1), -LIMIT, LIMIT);
            if (row.size() != size + 1) {
                throw new IllegalArgumentException("\"row" + (i + 1) + "\" must have " + (size + 1)
                        + " numbers, the coefficients and the right side, not " + row.size());
            }
            rows.add(row);
        }
        Rows read = new Rows(rows);
        if (Determinant.of(read.matrix(-1), Notes.flawless()).isZero()) {
            throw new IllegalArgumentException(
                    "a system must have exactly one solution; the determinant of " + rows + " is 0");
        }
        return read;
    }

    @Override
    public String id(Rows rows) {
        return rows.rows().stream().map(LinearSystem::text).sorted().collect(Collectors.joining("; "));
    }

    private static String text(List<Long> row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            Terms.append(text, row.get(i), UNKNOWNS.get(i));
        }
        return (text.isEmpty() ? "0" : text) + " = " + row.getLast();
    }

    @Override
    public String prompt(Rows rows) {
        String form = IntStream.range(0, size)
                .mapToObj(i -> UNKNOWNS.get(i) + "=" + List.of("3", "-7/2", "0").get(i))
                .collect(Collectors.joining(", "));
        return "Solve the system "
                + rows.rows().stream().map(LinearSystem::text).collect(Collectors.joining(", "))
                + ". Answer exactly, with whole numbers or fractions, in the form \"" + form + "\".";
    }

    @Override
    public Verdict judge(Rows rows, String answer) {
        Optional<List<Rational>> given = solution(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not of the form \"x=3, y=-7/2\" with " + size + " unknowns in their order");
        }
        for (List<Long> row : rows.rows()) {
            Rational sum = Rational.ZERO;
            for (int i = 0; i < size; i++) {
                sum = sum.plus(given.get().get(i).times(Rational.of(row.get(i))));
            }
            if (!sum.equals(Rational.of(row.getLast()))) {
                return Verdict.incorrect("the left side of " + text(row) + " is " + sum);
            }
        }
        return Verdict.CORRECT;
    }

    private Optional<List<Rational>> solution(String answer) {
        String[] parts = answer.split(", ?", 5);
        List<Rational> values = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String start = UNKNOWNS.get(Math.min(i, 2)) + "=";
            String part = parts[i].replace(" = ", "=");
            if (i >= size || !part.startsWith(start)) {
                return Optional.empty();
            }
            Rational.read(part.substring(start.length())).ifPresent(values::add);
        }
        return values.size() == size ? Optional.of(values) : Optional.empty();
    }

    @Override
    public String work(Rows rows, Notes notes) {
        Rational all = Determinant.of(rows.matrix(-1), notes);
        Rational divisor = all.isZero() ? Rational.ONE : all;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Rational one = Determinant.of(rows.matrix(i), notes);
            values.add(UNKNOWNS.get(i) + "=" + notes.step(Answers.operation(one, '/', divisor), one.over(divisor)));
        }
        return String.join(", ", values);
    }

    @Override
    public void check(Rows rows, String answer, Notes notes) {
        solution(answer).ifPresent(values -> {
            for (List<Long> row : rows.rows()) {
                List<String> products = new ArrayList<>();
                Rational sum = Rational.ZERO;
                for (int i = 0; i < size; i++) {
                    products.add(Answers.operation(Rational.of(row.get(i)), '*', values.get(i)));
                    sum = sum.plus(values.get(i).times(Rational.of(row.get(i))));
                }
                notes.step(String.join("+", products), sum);
            }
        });
    }

    @Override
    public String guess(Rows rows, RandomGenerator random) {
        return IntStream.range(0, size)
                .mapToObj(i -> UNKNOWNS.get(i) + "=" + random.nextInt(-largest, largest + 1))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Integer> axes(Rows rows) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("unknowns", size);
        axes.put(
                "determinant",
                Determinant.of(rows.matrix(-1), Notes.flawless())
                        .abs()
                        .numerator()
                        .intValue());
        return axes;
    }
}
