package zeroone.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class LetterContractTest {
    @Nested
    class CaesarEasyTest extends CaesarContract {
        CaesarEasyTest() {
            super("caesar-easy");
        }
    }

    @Nested
    class CaesarHardTest extends CaesarContract {
        CaesarHardTest() {
            super("caesar-hard");
        }
    }

    @Nested
    class LetterCountEasyTest extends LetterCountContract {
        LetterCountEasyTest() {
            super("letter-count-easy");
        }
    }

    @Nested
    class LetterCountHardTest extends LetterCountContract {
        LetterCountHardTest() {
            super("letter-count-hard");
        }
    }

    @Nested
    class RewritingEasyTest extends RewritingContract {
        RewritingEasyTest() {
            super("rewriting-easy");
        }
    }

    @Nested
    class RewritingHardTest extends RewritingContract {
        RewritingHardTest() {
            super("rewriting-hard");
        }
    }

    @Nested
    class NumberSortingEasyTest extends NumberSortingContract {
        NumberSortingEasyTest() {
            super("number-sorting-easy");
        }
    }

    @Nested
    class NumberSortingHardTest extends NumberSortingContract {
        NumberSortingHardTest() {
            super("number-sorting-hard");
        }
    }

    abstract static class CaesarContract extends NamedTaskContract {
        private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz".repeat(2);

        CaesarContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            int shift = Integer.parseInt(numbers(problem.prompt()).getFirst());
            return quoted(problem)
                    .chars()
                    .mapToObj(c -> c == ' ' ? " " : "" + ALPHABET.charAt(ALPHABET.lastIndexOf(c) - shift))
                    .collect(Collectors.joining());
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(answer.strip().equals(solve(problem)));
        }
    }

    abstract static class LetterCountContract extends NamedTaskContract {
        LetterCountContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String letter = problem.prompt().split(" ", -1)[5];
            return "" + (quoted(problem).split(letter, -1).length - 1);
        }
    }

    abstract static class RewritingContract extends NamedTaskContract {
        RewritingContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            Deque<Character> text = new ArrayDeque<>(letters(quoted(problem)));
            for (String line : problem.prompt().split("\n", -1)) {
                if (line.matches("[0-9]+\\. .*")) {
                    rewrite(text, line.substring(line.indexOf(' ') + 1));
                }
            }
            return text.stream().map(String::valueOf).collect(Collectors.joining());
        }

        private static void rewrite(Deque<Character> text, String instruction) {
            List<Character> letters = new ArrayList<>(text);
            int size = letters.size();
            if (instruction.startsWith("reverse")) {
                Collections.reverse(letters);
            } else if (instruction.startsWith("move the first")) {
                Collections.rotate(letters, -1);
            } else if (instruction.startsWith("move the last")) {
                Collections.rotate(letters, 1);
            } else if (instruction.startsWith("double")) {
                letters.addFirst(letters.getFirst());
            } else if (instruction.startsWith("exchange the first half")) {
                for (int i = 0; i < size / 2; i++) {
                    Collections.swap(letters, i, i + (size + 1) / 2);
                }
            } else if (instruction.startsWith("exchange the first letter")) {
                Collections.swap(letters, 0, size - 1);
            } else if (instruction.startsWith("replace every a by e")) {
                Collections.replaceAll(letters, 'a', 'e');
            } else if (instruction.startsWith("replace every letter")) {
                letters.replaceAll(c -> c == 'z' ? 'a' : (char) (c + 1));
            } else {
                Collections.sort(letters);
            }
            text.clear();
            text.addAll(letters);
        }

        private static List<Character> letters(String text) {
            return text.chars().mapToObj(c -> (char) c).toList();
        }
    }

    abstract static class NumberSortingContract extends NamedTaskContract {
        NumberSortingContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String list = problem.prompt().split(": ", -1)[1].split("\\. A", -1)[0];
            return Arrays.stream(list.split(", ", -1))
                    .sorted((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
                    .collect(Collectors.joining(", "));
        }
    }
}
