package zeroone.server.thought;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;

class LiveSummaryTest {
    private static List<String> summary(String thought, int piece) {
        LiveSummary summary = new LiveSummary(LiveSummary.Detail.CONCISE);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < thought.length(); from += piece) {
            lines.addAll(summary.accept(thought.substring(from, Math.min(thought.length(), from + piece))));
        }
        lines.addAll(summary.finish());
        return lines;
    }

    @Test
    void it_tells_the_first_step_and_the_turns() {
        assertThat(summary("Six times seven.\n42.\nWait, is that right?\n40 + 2.\nSo it is 42.", 100))
                .containsExactly("Six times seven.", "Wait, is that right?", "So it is 42.");
    }

    @Test
    void it_does_not_depend_on_how_the_thought_arrives_and_is_much_shorter() {
        Property.seeded(9).holds(200, random -> {
            StringBuilder thought = new StringBuilder();
            for (int step = 0; step < random.nextInt(60); step++) {
                thought.append(random.nextBoolean() ? "Wait, " : "").append("🙂 step ".repeat(1 + random.nextInt(40)));
                thought.append(random.nextBoolean() ? "\n" : ". ");
            }
            List<String> lines = summary(thought.toString(), 100_000);
            assertThat(summary(thought.toString(), 1 + random.nextInt(7))).isEqualTo(lines);
            int told = lines.stream().mapToInt(String::length).sum();
            assertThat(told).isLessThanOrEqualTo(Math.max(200, thought.length() / 8));
            assertThat(String.join("", lines)).doesNotContain("\n");
        });
    }
}
