package zeroone.server.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private final List<String> sent = new ArrayList<>();
    private final Gathered gathered =
            new Gathered((sample, shown) -> sent.add(sample + ": " + shown.thought() + " " + shown.answer()));

    @Test
    void what_came_of_a_sample_is_sent_at_once_in_its_order_and_apart_from_others() throws IOException {
        gathered.add(1, answer("a"));
        gathered.add(0, thought("first"));
        gathered.add(0, thought("second"));
        gathered.add(0, answer("4"));
        gathered.add(0, answer("2"));
        assertThat(sent).isEmpty();
        assertThat(gathered.send()).isTrue();
        assertThat(sent).containsExactly("0: [first, second] 42", "1: [] a");
    }

    @Test
    void nothing_is_sent_twice_and_nothing_is_no_event() throws IOException {
        gathered.add(0, answer("x"));
        gathered.send();
        gathered.add(0, answer(""));
        assertThat(gathered.send()).isFalse();
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_reader_that_never_waits_gets_it_in_parts() throws IOException {
        for (int i = 0; i < 200; i++) {
            gathered.add(0, answer("x"));
        }
        assertThat(sent).hasSize(3).allMatch(event -> event.equals("0: [] " + "x".repeat(64)));
        gathered.send();
        assertThat(sent.getLast()).isEqualTo("0: [] " + "x".repeat(8));
    }

    private static SampleReply.Shown answer(String text) {
        return new SampleReply.Shown(List.of(), text, List.of());
    }

    private static SampleReply.Shown thought(String part) {
        return new SampleReply.Shown(List.of(part), "", List.of());
    }
}
