package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;
import zeroone.text.generation.TokenStream;

@Timeout(20)
class TokenStreamTest {
    private final ByteTokenizer tokenizer = new ByteTokenizer();
    private final Semaphore allowed = new Semaphore(0);

    private ScriptedGenerator generator(String thought, String answer) {
        return new ScriptedGenerator(
                1000,
                tokenizer,
                ScriptedGenerator.inTurn(List.of(ScriptedGenerator.script(tokenizer, thought, answer))),
                allowed::acquire);
    }

    private static GenerationRequest request(int thought, int answer, int samples) {
        return new GenerationRequest(
                new int[] {256},
                SamplingParameters.PLAIN,
                new ThinkingBudget(thought, answer),
                samples,
                CounterRandom.of(1));
    }

    private static List<TokenStream.Item> all(TokenStream stream) throws InterruptedException {
        List<TokenStream.Item> items = new ArrayList<>();
        for (Optional<TokenStream.Item> next = stream.take(); next.isPresent(); next = stream.take()) {
            items.add(next.get());
        }
        assertThat(stream.done()).isTrue();
        return items;
    }

    private static String text(List<TokenStream.Item> items, TokenEvent.Phase phase) {
        StringBuilder text = new StringBuilder();
        for (TokenStream.Item item : items) {
            switch (item) {
                case TokenStream.Token token -> {
                    if (token.event().phase() == phase) {
                        text.append(token.text());
                    }
                    text.append(phase == TokenEvent.Phase.THOUGHT ? token.unfinished() : "");
                }
                case TokenStream.Finished finished ->
                    text.append(phase == TokenEvent.Phase.ANSWER ? finished.text() : "");
            }
        }
        return text.toString();
    }

    @Test
    void text_never_splits_a_code_point_and_thought_and_answer_are_texts_of_their_own() throws Exception {
        allowed.release(1000);
        try (TokenStream stream = TokenStream.open(generator("grüß 🙂", "日本"), request(100, 100, 1), tokenizer, 1000)) {
            List<TokenStream.Item> items = all(stream);
            assertThat(text(items, TokenEvent.Phase.THOUGHT)).isEqualTo("grüß 🙂");
            assertThat(text(items, TokenEvent.Phase.ANSWER)).isEqualTo("日本");
            for (TokenStream.Item item : items) {
                if (item instanceof TokenStream.Token token) {
                    assertThat(token.text()).doesNotContain("\uFFFD");
                }
            }
            assertThat(items.getLast())
                    .isInstanceOfSatisfying(
                            TokenStream.Finished.class,
                            finished -> assertThat(finished.completion().finishReason())
                                    .isEqualTo(FinishReason.STOP));
        }
    }

    @Test
    void a_thought_cut_within_a_character_does_not_spill_into_the_answer() throws Exception {
        allowed.release(1000);
        try (TokenStream stream = TokenStream.open(generator("ab🙂", "no"), request(4, 100, 1), tokenizer, 1000)) {
            List<TokenStream.Item> items = all(stream);
            assertThat(text(items, TokenEvent.Phase.THOUGHT)).isEqualTo("ab\uFFFD");
            assertThat(text(items, TokenEvent.Phase.ANSWER)).isEqualTo("no");
        }
    }

    @Test
    void a_stop_string_over_several_tokens_ends_the_answer_before_it_and_is_not_looked_for_in_thoughts()
            throws Exception {
        allowed.release(1000);
        DecodingOptions options = DecodingOptions.DEFAULTS.withStop(new StopConditions(List.of("STOP"), Set.of()));
        try (TokenStream stream = TokenStream.open(
                generator("STOP and go", "ST STOP never"), request(100, 100, 1).with(options), tokenizer, 1000)) {
            List<TokenStream.Item> items = all(stream);
            assertThat(text(items, TokenEvent.Phase.THOUGHT)).isEqualTo("STOP and go");
            assertThat(text(items, TokenEvent.Phase.ANSWER)).isEqualTo("ST ");
            assertThat(((TokenStream.Finished) items.getLast()).completion().finishReason())
                    .isEqualTo(FinishReason.STOP_STRING);
        }
    }

    @Test
    void a_stop_id_ends_the_answer() throws Exception {
        allowed.release(1000);
        DecodingOptions options = DecodingOptions.DEFAULTS.withStop(new StopConditions(List.of(), Set.of((int) 'x')));
        try (TokenStream stream =
                TokenStream.open(generator("x", "abxc"), request(100, 100, 1).with(options), tokenizer, 1000)) {
            Completion completion = ((TokenStream.Finished) all(stream).getLast()).completion();
            assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP_TOKEN);
            assertThat(tokenizer.decode(completion.answer())).isEqualTo("ab");
        }
    }

    @Test
    void a_full_stream_pauses_its_sample_until_half_of_it_is_read() throws Exception {
        allowed.release(1000);
        try (TokenStream stream = TokenStream.open(generator("0123456789", "ab"), request(100, 100, 1), tokenizer, 4)) {
            RunningSample sample = awaitSample(stream);
            List<TokenStream.Item> items = all(stream);
            assertThat(text(items, TokenEvent.Phase.THOUGHT)).isEqualTo("0123456789");
            assertThat(sample.completion().join().finishReason()).isEqualTo(FinishReason.STOP);
        }
        allowed.drainPermits();
        allowed.release(1000);
        try (TokenStream stream = TokenStream.open(generator("0123456789", "ab"), request(100, 100, 1), tokenizer, 4)) {
            // Nobody reads: it never gets to its end, although it may write a thousand tokens.
            assertThat(awaitSample(stream).completion()).isNotDone();
            assertThat(stream.done()).isFalse();
        }
    }

    private static RunningSample awaitSample(TokenStream stream) {
        return stream.sample(0).orElseThrow();
    }

    @Test
    void nothing_within_patience_is_nothing_and_closing_cancels() throws Exception {
        TokenStream stream = TokenStream.open(generator("thinking", "a"), request(100, 100, 1), tokenizer, 10);
        assertThat(stream.poll(Duration.ofMillis(5))).isEmpty();
        assertThat(stream.done()).isFalse();
        RunningSample sample = awaitSample(stream);
        allowed.release(1);
        assertThat(stream.take()).isPresent();
        stream.close();
        allowed.release(100);
        assertThat(sample.completion().get(10, TimeUnit.SECONDS).finishReason()).isEqualTo(FinishReason.CANCELLED);
        assertThat(stream.done()).isTrue();
        assertThat(stream.take()).isEmpty();
    }

    @Test
    void several_samples_share_a_stream() throws Exception {
        allowed.release(1000);
        try (TokenStream stream = TokenStream.open(generator("t", "ab"), request(10, 10, 3), tokenizer, 2)) {
            List<TokenStream.Item> items = all(stream);
            for (int number = 0; number < 3; number++) {
                int n = number;
                assertThat(text(items.stream().filter(i -> i.sample() == n).toList(), TokenEvent.Phase.ANSWER))
                        .isEqualTo("ab");
            }
        }
        assertThatThrownBy(() -> TokenStream.open(generator("t", "ab"), request(10, 10, 1), tokenizer, 0))
                .hasMessageContaining("at least one token: 0");
    }

    @Test
    void a_thought_can_be_told_to_answer_now_from_its_own_listener() throws Exception {
        allowed.release(1000);
        GenerationRequest request = new GenerationRequest(
                new int[] {256},
                SamplingParameters.PLAIN,
                new ThinkingBudget(100, 100).withBridge(new Bridge(List.of((int) '.'), List.of((int) ':'))),
                1,
                CounterRandom.of(1));
        Completion completion = generator("thinking", "a")
                .submit(request, (sample, event) -> {
                    if (event.position() == 2) {
                        sample.answerNow();
                    }
                })
                .completion()
                .get(10, TimeUnit.SECONDS)
                .getFirst();
        assertThat(tokenizer.decode(completion.thought())).isEqualTo("thi.");
        assertThat(tokenizer.decode(completion.answer())).isEqualTo(":a");
        assertThat(completion.closeForced()).isTrue();
        assertThat(completion.forced()).containsExactly(3, 4, 5);
    }

    @Test
    void a_sample_takes_injected_tokens_and_forks() throws Exception {
        allowed.release(1000);
        List<RunningSample> forks = new CopyOnWriteArrayList<>();
        Completion completion = generator("abc", "d")
                .submit(request(100, 100, 1), new TokenListener() {
                    @Override
                    public void token(RunningSample sample, TokenEvent event) {
                        if (event.position() == 1) {
                            forks.add(sample.fork(CounterRandom.of(2), TokenListener.NONE));
                            sample.inject('x', 'y');
                        }
                    }
                })
                .completion()
                .get(10, TimeUnit.SECONDS)
                .getFirst();
        assertThat(tokenizer.decode(completion.thought())).isEqualTo("abxyc");
        assertThat(completion.forced()).containsExactly(2, 3);
        Completion forked = forks.getFirst().completion().get(10, TimeUnit.SECONDS);
        assertThat(tokenizer.decode(forked.thought())).isEqualTo("abc");
        assertThat(forks.getFirst().number()).isEqualTo(1);
    }

    @Test
    void a_listener_that_throws_ends_its_own_sample_with_an_error() throws Exception {
        allowed.release(1000);
        List<Completion> completions = generator("abc", "d")
                .submit(request(100, 100, 2), (sample, event) -> {
                    if (sample.number() == 0) {
                        throw new IllegalStateException("broken listener");
                    }
                })
                .completion()
                .get(10, TimeUnit.SECONDS);
        assertThat(completions.get(0).error()).contains("broken listener");
        assertThat(completions.get(1).finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void what_was_written_is_not_said_again_on_resuming() throws Exception {
        allowed.release(1000);
        List<Integer> positions = new CopyOnWriteArrayList<>();
        Completion completion = generator("abc", "d")
                .submit(
                        request(100, 100, 1).resumedAfter(Resumed.of('a', 'b')),
                        (sample, event) -> positions.add(event.position()))
                .completion()
                .get(10, TimeUnit.SECONDS)
                .getFirst();
        assertThat(tokenizer.decode(completion.thought())).isEqualTo("abc");
        assertThat(positions).containsExactly(2, 3, 4, 5);
    }
}
