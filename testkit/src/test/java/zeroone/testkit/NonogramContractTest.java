package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class NonogramContractTest {
    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("nonogram-4");
        }
    }

    abstract static class Contract extends NamedTasksetContract {
        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<Pattern> columns = patterns(problem.data().get("columns").stringValue());
            List<List<String>> choices = new ArrayList<>();
            for (Pattern row : patterns(problem.data().get("rows").stringValue())) {
                choices.add(lines(columns.size()).stream()
                        .filter(line -> row.matcher(line).matches())
                        .toList());
            }
            List<String> rows = new ArrayList<>();
            if (!fill(choices, columns, rows)) {
                throw new AssertionError("no solution: " + problem.prompt());
            }
            return rows.stream().map(row -> String.join(" ", row.split(""))).collect(Collectors.joining(" / "));
        }

        /** Tries all lines for each row and looks at the columns in the end. */
        private static boolean fill(List<List<String>> choices, List<Pattern> columns, List<String> rows) {
            if (rows.size() == choices.size()) {
                for (int column = 0; column < columns.size(); column++) {
                    int here = column;
                    String line = rows.stream()
                            .map(row -> row.substring(here, here + 1))
                            .collect(Collectors.joining());
                    if (!columns.get(column).matcher(line).matches()) {
                        return false;
                    }
                }
                return true;
            }
            for (String line : choices.get(rows.size())) {
                rows.add(line);
                if (fill(choices, columns, rows)) {
                    return true;
                }
                rows.removeLast();
            }
            return false;
        }

        private static List<Pattern> patterns(String blocks) {
            List<Pattern> patterns = new ArrayList<>();
            for (String line : blocks.split(", ")) {
                StringBuilder pattern = new StringBuilder("\\.*");
                for (String block : line.split(" ")) {
                    pattern.append(pattern.length() > 3 ? "\\.+" : "")
                            .append("#{")
                            .append(block)
                            .append('}');
                }
                patterns.add(Pattern.compile(pattern.append("\\.*").toString()));
            }
            return patterns;
        }

        private static List<String> lines(int size) {
            List<String> lines = List.of("");
            for (int i = 0; i < size; i++) {
                lines = lines.stream()
                        .flatMap(line -> List.of(line + "#", line + ".").stream())
                        .toList();
            }
            return lines;
        }
    }
}
