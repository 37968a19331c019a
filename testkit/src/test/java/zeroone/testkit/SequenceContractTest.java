package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class SequenceContractTest {
    @Nested
    class NextTermEasyTest extends NextTermContract {
        NextTermEasyTest() {
            super("next-term-easy");
        }
    }

    @Nested
    class NextTermHardTest extends NextTermContract {
        NextTermHardTest() {
            super("next-term-hard");
        }
    }

    /** Solves for the constants instead of trying them, and wants all classes to agree. */
    abstract static class NextTermContract extends NamedTaskContract {
        NextTermContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<Long> terms = numbers(problem.prompt().split("…", -1)[0]).stream()
                    .map(Long::parseLong)
                    .toList();
            Set<Long> next = new HashSet<>();
            for (int a = -3; a <= 3; a++) {
                for (int b = -3; b <= 3; b++) {
                    long constant = b == 0 ? terms.get(1) - a * terms.get(0) : 0;
                    if (Math.abs(constant) <= 20 && explains(terms, a, b, constant)) {
                        next.add(a * terms.getLast() + b * terms.get(terms.size() - 2) + constant);
                    }
                }
            }
            long d = terms.get(2) - 2 * terms.get(1) + terms.get(0);
            long c = terms.get(1) - terms.get(0) - 2 * d;
            boolean quadratic = Math.abs(d) <= 20 && Math.abs(c) <= 20;
            for (int i = 1; i < terms.size(); i++) {
                quadratic &= terms.get(i) - terms.get(i - 1) == c + d * (i + 1);
            }
            if (quadratic) {
                next.add(terms.getLast() + c + d * (terms.size() + 1));
            }
            assertThat(next).as(problem.prompt()).hasSize(1);
            return "" + next.iterator().next();
        }

        private static boolean explains(List<Long> terms, int a, int b, long c) {
            for (int i = b == 0 ? 1 : 2; i < terms.size(); i++) {
                if (terms.get(i) != a * terms.get(i - 1) + (b == 0 ? 0 : b * terms.get(i - 2)) + c) {
                    return false;
                }
            }
            return true;
        }
    }
}
