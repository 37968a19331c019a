package zeroone.testkit;

import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class StoryContractTest {
    @Nested
    class HardStories extends SolvedContract {
        HardStories() {
            super("word-problem-hard", StoryContractTest::follow);
        }
    }

    private static String follow(Problem problem) {
        long value = problem.data().get("start").longValue();
        for (String event : problem.data().get("events").asString().split(" ")) {
            long number = Long.parseLong(event.substring(1));
            value = switch (event.charAt(0)) {
                case '+' -> value + number;
                case '-' -> value - number;
                case '*' -> value * number;
                default -> value / number;
            };
        }
        return Long.toString(value);
    }
}
