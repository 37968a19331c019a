package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class LogicContractTest {
    @Nested
    class SyllogismEasyTest extends SyllogismContract {
        SyllogismEasyTest() {
            super("syllogism-easy");
        }
    }

    @Nested
    class SyllogismHardTest extends SyllogismContract {
        SyllogismHardTest() {
            super("syllogism-hard");
        }
    }

    @Nested
    class TruthTableEasyTest extends TruthTableContract {
        TruthTableEasyTest() {
            super("truth-table-easy");
        }
    }

    @Nested
    class TruthTableHardTest extends TruthTableContract {
        TruthTableHardTest() {
            super("truth-table-hard");
        }
    }

    @Nested
    class VennEasyTest extends VennContract {
        VennEasyTest() {
            super("venn-easy");
        }
    }

    @Nested
    class VennHardTest extends VennContract {
        VennHardTest() {
            super("venn-hard");
        }
    }

    /**
     * Looks at worlds one by one: things may be left out of a world that has what "some" needs, so worlds of at most one
     * thing for each premise and for the conclusion are enough.
     */
    abstract static class SyllogismContract extends NamedTaskContract {
        private static final Pattern STATEMENT = Pattern.compile("(All|No|Some) ([a-z]+) are (not )?([a-z]+)");
        private static final List<String> KINDS = List.of("daxes", "wugs", "feps", "tomas", "blickets");

        SyllogismContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<String[]> statements = new ArrayList<>();
            Matcher matcher = STATEMENT.matcher(problem.prompt());
            while (matcher.find()) {
                statements.add(new String[] {
                    matcher.group(1) + (matcher.group(3) == null ? "" : " not"), matcher.group(2), matcher.group(4)
                });
            }
            String[] conclusion = statements.removeLast();
            boolean[] seen = new boolean[2];
            worlds(statements, conclusion, new ArrayList<>(), 0, seen);
            return seen[0] && seen[1] ? "open" : seen[1] ? "follows" : "contradicted";
        }

        /** Adds, for each "some", one thing that makes it true; then, perhaps, one thing more. */
        private static void worlds(
                List<String[]> premises, String[] conclusion, List<Integer> world, int next, boolean[] seen) {
            if (next > premises.size()) {
                boolean possible = premises.stream().allMatch(premise -> holds(premise, world));
                if (possible) {
                    seen[holds(conclusion, world) ? 1 : 0] = true;
                }
                return;
            }
            boolean needed = next < premises.size() && premises.get(next)[0].startsWith("Some");
            if (!needed) {
                worlds(premises, conclusion, world, next + 1, seen);
                if (next < premises.size()) {
                    return;
                }
            }
            for (int thing = 0; thing < 1 << KINDS.size() && !(seen[0] && seen[1]); thing++) {
                List<Integer> more = new ArrayList<>(world);
                more.add(thing);
                boolean allowed =
                        premises.stream().allMatch(premise -> premise[0].startsWith("Some") || holds(premise, more));
                if (allowed && (!needed || holds(premises.get(next), List.of(thing)))) {
                    worlds(premises, conclusion, more, next + 1, seen);
                }
            }
        }

        private static boolean holds(String[] statement, List<Integer> world) {
            List<Boolean> predicate = world.stream()
                    .filter(thing -> is(thing, statement[1]))
                    .map(thing -> is(thing, statement[2]))
                    .toList();
            return switch (statement[0]) {
                case "All" -> !predicate.contains(false);
                case "No" -> !predicate.contains(true);
                case "Some" -> predicate.contains(true);
                default -> predicate.contains(false);
            };
        }

        private static boolean is(int thing, String kind) {
            return (thing >> KINDS.indexOf(kind) & 1) == 1;
        }
    }

    /** Puts in truth values and rewrites until one is left. */
    abstract static class TruthTableContract extends NamedTaskContract {
        TruthTableContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String formula = problem.prompt().split(": ", -1)[1].split("\\?", -1)[0];
            int letters = Integer.numberOfTrailingZeros(
                    Integer.parseInt(numbers(problem.prompt()).getFirst()));
            int count = 0;
            for (int row = 0; row < 1 << letters; row++) {
                int values = row;
                String text = formula.replace("not", "!")
                        .replace("and", "&")
                        .replace("or", "|")
                        .replace("implies", ">")
                        .replace("iff", "=")
                        .replace(" ", "")
                        .chars()
                        .mapToObj(c -> c >= 'p' && c <= 't' ? "" + (values >> c - 'p' & 1) : "" + (char) c)
                        .collect(Collectors.joining());
                count += value(text) ? 1 : 0;
            }
            return "" + count;
        }

        private static boolean value(String formula) {
            String text = formula;
            while (text.length() > 1) {
                text = text.replace("!0", "1")
                        .replace("!1", "0")
                        .replaceAll("\\((?:1&1|1\\|[01]|0\\|1|0>[01]|1>1|0=0|1=1)\\)", "1")
                        .replaceAll("\\((?:0&[01]|1&0|0\\|0|1>0|0=1|1=0)\\)", "0");
            }
            return text.equals("1");
        }
    }

    abstract static class VennContract extends NamedTaskContract {
        VennContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<Long> n =
                    numbers(problem.prompt()).stream().map(Long::parseLong).toList();
            long all = n.get(7);
            long two = n.get(4) + n.get(5) + n.get(6) - 3 * all;
            long one = n.get(1) + n.get(2) + n.get(3) - 2 * two - 3 * all;
            String asked = problem.prompt().split("How many people do ", -1)[1];
            if (asked.startsWith("none")) {
                return "" + (n.get(0) - one - two - all);
            }
            if (asked.startsWith("exactly")) {
                return "" + (asked.startsWith("exactly one") ? one : two);
            }
            return "" + (asked.startsWith("at least one") ? one + two + all : two + all);
        }
    }
}
