package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteTokenizerTest {
    private final ByteTokenizer tokenizer = new ByteTokenizer();

    @Test
    void text_survives_the_way_into_ids_and_back() {
        for (String text : new String[] {"", "13+8=21", "</think>", "ü😀"}) {
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
            assertThat(IntStream.of(tokenizer.encode(text))).allMatch(id -> id >= 0 && id < 256);
        }
    }

    @Test
    void reserved_ids_decode_to_nothing_and_unknown_ones_are_refused() {
        assertThat(tokenizer.decode(new int[] {256, 'a', 257, 258, 259})).isEqualTo("a");
        assertThatThrownBy(() -> tokenizer.decode(new int[] {260})).hasMessageContaining("[0, 260): 260");
    }
}
