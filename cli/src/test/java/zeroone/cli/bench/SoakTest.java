package zeroone.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.Tokenizer;

@Timeout(60)
class SoakTest {
    private static final Tokenizer TOKENIZER = new ByteTokenizer();
    private static final int[] SCRIPT = ScriptedGenerator.script(TOKENIZER, "eight letters and more", "one");

    private final List<String> said = new ArrayList<>();

    private static ScriptedGenerator generator(ScriptedGenerator.Pace pace) {
        return new ScriptedGenerator(200, TOKENIZER, (_, _) -> SCRIPT, pace);
    }

    private SoakResult soak(ScriptedGenerator generator, int count, LongSupplier residentBytes) {
        return new Soak(_ -> new int[] {65, 66}, residentBytes, () -> 3).run(generator, count, 4, said::add);
    }

    @Test
    void requests_that_are_answered_in_flat_memory_pass() {
        ScriptedGenerator generator = generator(ScriptedGenerator.Pace.AT_ONCE);

        SoakResult result = soak(generator, 140, () -> 500_000_000);

        assertThat(result.failure()).isEmpty();
        assertThat(generator.requests()).hasSize(140);
        assertThat(result.forked()).isEqualTo(20);
        assertThat(result.cancelled()).isEqualTo(28);
        assertThat(result.failed()).isZero();
        assertThat(said).hasSize(20).last().isEqualTo("140 requests: 500.0 MB resident, 3 native objects");
    }

    @Test
    void one_completion_that_ends_with_an_error_fails_it() {
        AtomicInteger tokens = new AtomicInteger();

        SoakResult result = soak(
                generator(() -> {
                    if (tokens.incrementAndGet() == 300) {
                        throw new IllegalStateException("a weight fell off");
                    }
                }),
                60,
                () -> 500_000_000);

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.failure())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("1 completions of 60 requests ended with an error", "a weight fell off"));
    }

    @Test
    void an_engine_that_fails_always_or_takes_nothing_fails_it() {
        SoakResult failing = soak(
                generator(() -> {
                    throw new IllegalStateException("no weights");
                }),
                20,
                () -> 1);
        SoakResult refusing = soak(new ScriptedGenerator(5, TOKENIZER.reserved(), (_, _) -> SCRIPT), 20, () -> 1);

        assertThat(failing.failed()).isEqualTo(20);
        assertThat(failing.failure()).isPresent();
        assertThat(refusing.failed()).isGreaterThan(10);
        assertThat(refusing.failure())
                .hasValueSatisfying(why -> assertThat(why).contains("do not fit into a context of 5"));
    }

    @Test
    void memory_that_grows_with_the_requests_fails_it_with_the_numbers() {
        AtomicLong leaked = new AtomicLong(300_000_000);
        LongSupplier growing = () -> leaked.addAndGet(5_000_000);

        SoakResult result = soak(generator(ScriptedGenerator.Pace.AT_ONCE), 100, growing);

        assertThat(result.failed()).isZero();
        assertThat(result.failure())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains(
                                "memory grew by 55.0 MB",
                                "355.0 MB after the first half",
                                "410.0 MB",
                                "32.0 MB are allowed"));
    }

    @Test
    void a_twentieth_of_much_memory_may_come_on_top() {
        assertThat(new SoakResult(10, 0, 0, 0, "", 2_000_000_000L, 2_099_000_000L).failure())
                .isEmpty();
        assertThat(new SoakResult(10, 0, 0, 0, "", 2_000_000_000L, 2_101_000_000L).failure())
                .isPresent();
    }
}
