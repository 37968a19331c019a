package zeroone.tasks.puzzle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;

class LettersTest {
    @Test
    void are_different_and_in_alphabetical_order() {
        for (long seed = 0; seed < 100; seed++) {
            Letters letters = Letters.draw('A', 6, CounterRandom.of(seed).sequence());
            assertThat(letters.names()).hasSize(6).doesNotHaveDuplicates().isSorted();
            for (String name : letters.names()) {
                int place = Letters.inAlphabet('A', name.charAt(0));
                assertThat(letters.names().get(letters.place(place))).isEqualTo(name);
            }
        }
    }

    @Test
    void other_characters_are_none() {
        assertThat(Letters.inAlphabet('a', 'A')).isEqualTo(-1);
        assertThat(Letters.inAlphabet('a', '{')).isEqualTo(-1);
        assertThat(Letters.inAlphabet('a', 'z')).isEqualTo(25);
    }

    @Test
    void there_are_only_26() {
        assertThatThrownBy(() -> Letters.draw('A', 27, CounterRandom.of(1).sequence()))
                .hasMessageContaining("not 27");
        assertThatThrownBy(() -> new Letters('1', 3)).hasMessageContaining("from A or from a");
    }
}
