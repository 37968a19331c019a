package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenEvent;

class LogCodecTest {
    @Test
    void what_was_told_comes_back_exactly() {
        Property.seeded(1).holds(500, random -> {
            List<Told> told = told(random);
            assertThat(LogCodec.decodeTold(LogCodec.encodeTold(told))).isEqualTo(told);
        });
    }

    @Test
    void events_come_back_exactly() {
        List<JobEvent> events =
                List.of(new JobEvent(0, "a", ""), new JobEvent(Long.MAX_VALUE, "b", "{\"é\":\"𝔸\\u0000\"}"));
        assertThat(LogCodec.decodeEvents(LogCodec.encodeEvents(events))).isEqualTo(events);
    }

    @Test
    void a_token_takes_about_eight_bytes() {
        List<Told> told = new ArrayList<>();
        for (int t = 0; t < 1000; t++) {
            told.add(new Told.Token(
                    0, new TokenEvent(0, t, 30_000 + t, -1, -1, List.of(), TokenEvent.Phase.THOUGHT, false)));
        }
        assertThat(LogCodec.encodeTold(told)).hasSizeLessThan(8100);
    }

    @Test
    void broken_bytes_are_refused_and_never_misread_for_long() {
        Property.seeded(2).holds(300, random -> {
            byte[] bytes = LogCodec.encodeTold(told(random));
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            if (cut.length == 0) {
                assertThatThrownBy(() -> LogCodec.decodeTold(cut)).isInstanceOf(UncheckedIOException.class);
            }
            bytes[0]++;
            assertThatThrownBy(() -> LogCodec.decodeTold(bytes))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("version 2 of the format is not known here, only 1");
        });
    }

    private static List<Told> told(RandomGenerator random) {
        int[] lengths = new int[1 + random.nextInt(4)];
        List<Told> told = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            int sample = random.nextInt(lengths.length);
            if (random.nextInt(20) == 0) {
                told.add(new Told.Begun(sample, random.nextInt(1 << 20)));
            } else if (random.nextInt(20) == 0) {
                FinishReason reason = FinishReason.values()[random.nextInt(FinishReason.values().length)];
                told.add(new Told.End(sample, reason, random.nextInt(1 << 20), random.nextBoolean()));
            } else {
                told.add(new Told.Token(sample, token(random, lengths[sample]++)));
            }
        }
        return told;
    }

    private static TokenEvent token(RandomGenerator random, int position) {
        float logProb = random.nextInt(5) == 0 ? Float.NaN : -random.nextFloat();
        float raw = random.nextBoolean() ? logProb : -random.nextFloat();
        List<Alternative> alternatives = new ArrayList<>();
        for (int a = random.nextInt(4); a > 0; a--) {
            alternatives.add(new Alternative(random.nextInt(1 << 18), -random.nextFloat()));
        }
        TokenEvent.Phase phase = random.nextBoolean() ? TokenEvent.Phase.THOUGHT : TokenEvent.Phase.ANSWER;
        int token = random.nextInt() >>> (1 + random.nextInt(30));
        return new TokenEvent(0, position, token, logProb, raw, alternatives, phase, random.nextBoolean());
    }
}
