package zeroone.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalDecoderTest {
    @TempDir
    private Path directory;

    private HuggingFaceTokenizer tokenizer;

    @BeforeEach
    void write() {
        TokenizerFile.of(List.of(" want ", " é", "é🙂")).write(directory, "");
        tokenizer = HuggingFaceTokenizer.load(directory);
    }

    @Test
    void ordinary_text_comes_at_once() {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        assertThat(decoder.accept('a')).isEqualTo("a");
        assertThat(decoder.accept(tokenizer.encode("104")[0])).isEqualTo("104");
        assertThat(decoder.finish()).isEmpty();
    }

    @Test
    void a_code_point_comes_when_its_last_byte_does() {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        byte[] bytes = "x🙂".getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.accept(bytes[0])).isEqualTo("x");
        assertThat(decoder.accept(bytes[1] & 0xFF)).isEmpty();
        assertThat(decoder.accept(bytes[2] & 0xFF)).isEmpty();
        assertThat(decoder.accept(bytes[3] & 0xFF)).isEmpty();
        assertThat(decoder.accept(bytes[4] & 0xFF)).isEqualTo("🙂");
    }

    @Test
    void a_stream_that_ends_within_a_code_point_ends_in_the_replacement_character() {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        decoder.accept(0xF0);
        decoder.accept(0x9F);
        assertThat(decoder.finish()).isEqualTo("\uFFFD");
        assertThat(decoder.finish()).isEmpty();
    }

    @Test
    void reserved_tokens_have_no_text() {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        assertThat(decoder.accept(tokenizer.reserved().endThought())).isEmpty();
        assertThat(decoder.finish()).isEmpty();
    }

    @Test
    void the_parts_of_any_stream_are_the_text_of_the_whole() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int[] ids = random.ints(random.nextInt(60), 0, tokenizer.vocabularySize())
                    .toArray();
            assertStreamed(ids, "random ids, seed " + seed);
            // Mostly bytes above 0x7F: every kind of broken and whole sequence.
            assertStreamed(random.ints(60, 0x70, 0x100).toArray(), "high bytes, seed " + seed);
            assertStreamed(tokenizer.encode(new HostileText(seed).next()), "hostile text, seed " + seed);
        }
    }

    @Test
    void endless_bytes_that_are_no_text_come_out_one_token_late() {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        decoder.accept(0xFF);
        for (int i = 0; i < 1000; i++) {
            assertThat(decoder.accept(0xFF)).isEqualTo("\uFFFD");
        }
    }

    private void assertStreamed(int[] ids, String description) {
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        StringBuilder text = new StringBuilder();
        Arrays.stream(ids).forEach(id -> {
            String part = decoder.accept(id);
            assertThat(part.isEmpty() || !Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .as(description)
                    .isTrue();
            text.append(part);
        });
        text.append(decoder.finish());
        assertThat(text.toString()).as(description).isEqualTo(tokenizer.decode(ids));
    }
}
