package zeroone.text.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;

class StopStringFilterTest {
    @Test
    void holds_back_what_may_be_the_beginning_of_a_stop() {
        StopStringFilter filter = new StopStringFilter(List.of("END", "\n\n"));
        assertThat(filter.accept("a\nbE")).isEqualTo("a\nb");
        assertThat(filter.accept("N")).isEmpty();
        assertThat(filter.accept("d E")).isEqualTo("ENd ");
        assertThat(filter.accept("ND and more")).isEmpty();
        assertThat(filter.stopped()).isTrue();
        assertThat(filter.accept("END")).isEmpty();
        assertThat(filter.finish()).isEmpty();
    }

    @Test
    void gives_out_at_the_end_what_was_no_stop() {
        StopStringFilter filter = new StopStringFilter(List.of("END"));
        assertThat(filter.accept("xEN")).isEqualTo("x");
        assertThat(filter.finish()).isEqualTo("EN");
        assertThat(filter.stopped()).isFalse();
    }

    @Test
    void the_first_of_several_stops_counts() {
        assertThat(StopStringFilter.cut("abcd", List.of("cd", "b"))).isEqualTo("a");
        assertThat(StopStringFilter.cut("abcd", List.of())).isEqualTo("abcd");
    }

    /** Whatever the pieces: together they are the text before the first stop. */
    @Test
    void pieces_do_not_matter() {
        List<String> stops = List.of("aba", "bb", "cabc");
        for (int seed = 0; seed < 2000; seed++) {
            var random = CounterRandom.of(seed).sequence();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append((char) ('a' + random.nextInt(3)));
            }
            int first = stops.stream()
                    .mapToInt(text::indexOf)
                    .filter(i -> i >= 0)
                    .min()
                    .orElse(text.length());
            StopStringFilter filter = new StopStringFilter(stops);
            StringBuilder out = new StringBuilder();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(4));
                out.append(filter.accept(text.substring(at, end)));
                at = end;
            }
            out.append(filter.finish());
            // A longer piece may hold a later-beginning stop that ended earlier; bytewise arrival decides.
            assertThat(text.substring(0, first))
                    .as("seed " + seed + ": " + text)
                    .startsWith(out.toString());
            assertThat(out.length() == first || filter.stopped()).isTrue();
        }
    }
}
