package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/** Whatever goes wrong, and wherever, nobody waits for ever, and only who must bears it. */
@Timeout(60)
class EngineFailureTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(HashRunner.VOCABULARY, new ReservedTokens(10, 11, 12, 13), Optional.empty());

    private static Engine engine(ModelRunner runner) {
        return new Engine(runner, VOCABULARY, new EngineConfig(8, 200, 40, 0, true), new MemoryPlan(1, 2, 3, 4));
    }

    private static EngineThread thread(ModelRunner runner) {
        return new EngineThread(engine(runner), "engine");
    }

    private static GenerationRequest request(int samples, long seed) {
        return new GenerationRequest(
                new int[] {1, 2, 3},
                SamplingParameters.PLAIN,
                new ThinkingBudget(9, 5).withMinimum(new MinimumThought(2, 0, List.of())),
                samples,
                CounterRandom.of(seed));
    }

    private static Constraint grammar(Supplier<? extends Error> failure) {
        return () -> new Constraint.State() {
            @Override
            public BitSet allowed() {
                throw failure.get();
            }

            @Override
            public void accept(int token) {}
        };
    }

    private static Completion only(Generation generation) throws Exception {
        return generation.completion().get(20, TimeUnit.SECONDS).getFirst();
    }

    /** A runner on which something goes wrong. */
    private static class Broken implements ModelRunner {
        private final HashRunner sound = new HashRunner(4, 200);

        @Override
        public int blockSize() {
            return sound.blockSize();
        }

        @Override
        public int blocks() {
            return sound.blocks();
        }

        @Override
        public void copyBlock(int from, int to) {
            sound.copyBlock(from, to);
        }

        @Override
        public void wipe(int block) {
            sound.wipe(block);
        }

        @Override
        public Logits run(List<Chunk> chunks) {
            return sound.run(chunks);
        }

        @Override
        public void close() {}
    }

    @Test
    void an_error_of_a_listener_or_a_grammar_fails_one_sample_only() throws Exception {
        try (EngineThread engine = thread(new HashRunner(4, 200))) {
            Generation healthy = engine.submit(request(2, 1), TokenListener.NONE);
            Generation asserting = engine.submit(request(1, 2), (_, _) -> {
                throw new AssertionError("not what was expected");
            });
            Generation ending = engine.submit(request(1, 3), new TokenListener() {
                @Override
                public void token(RunningSample sample, TokenEvent event) {}

                @Override
                public void finished(RunningSample sample, Completion completion) {
                    throw new NoClassDefFoundError("some/Class");
                }
            });
            Generation constrained = engine.submit(
                    request(1, 4).with(DecodingOptions.DEFAULTS.withConstraint(grammar(() -> new LinkageError("old")))),
                    TokenListener.NONE);

            assertThat(only(asserting).error().orElseThrow()).contains("AssertionError: not what was expected");
            assertThat(only(ending).error().orElseThrow()).contains("NoClassDefFoundError: some/Class");
            assertThat(only(constrained).error().orElseThrow()).contains("LinkageError: old");
            assertThat(healthy.completion().get(20, TimeUnit.SECONDS))
                    .allMatch(completion -> completion.finishReason() != FinishReason.ERROR);
            assertThat(only(engine.submit(request(1, 5), TokenListener.NONE)).error())
                    .isEmpty();
        }
    }

    @Test
    void an_error_of_a_listener_is_thrown_to_who_called() {
        try (EngineThread engine = thread(new HashRunner(4, 200))) {
            assertThatThrownBy(() -> engine.generate(List.of(request(3, 1)), (_, _, _, _) -> {
                        throw new AssertionError("not what was expected");
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("not what was expected");
        }
    }

    @Test
    void a_failure_that_cannot_even_be_asked_for_its_message_is_told_by_its_name() throws Exception {
        class Silent extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no comment");
            }
        }
        try (EngineThread engine = thread(new HashRunner(4, 200))) {
            Generation generation = engine.submit(request(1, 2), (_, _) -> {
                throw new Silent();
            });
            assertThat(only(generation).error().orElseThrow()).contains("Silent");
        }
    }

    @Test
    void memory_that_runs_out_ends_the_engine_and_everybody_is_told() throws Exception {
        try (EngineThread engine = thread(new HashRunner(4, 200))) {
            Generation other = engine.submit(request(3, 1), (sample, _) -> sample.pause());
            Generation waiting = engine.submit(request(8, 2), (sample, _) -> sample.pause());
            Generation exhausted = engine.submit(request(1, 3), (_, _) -> {
                throw new OutOfMemoryError("Java heap space");
            });
            for (Generation generation : List.of(other, waiting, exhausted)) {
                for (Completion completion : generation.completion().get(20, TimeUnit.SECONDS)) {
                    assertThat(completion.error().orElseThrow()).contains("it failed", "Java heap space");
                }
            }
            assertThatThrownBy(() -> engine.submit(request(1, 4), TokenListener.NONE))
                    .hasMessageContaining("takes no more requests");
        }
    }

    @Test
    void everybody_is_told_that_an_engine_ends_whatever_listeners_and_the_runner_throw_at_that() throws Exception {
        Broken broken = new Broken() {
            @Override
            public Logits run(List<Chunk> chunks) {
                if (chunks.size() > 1) {
                    throw new IllegalStateException("the device is lost");
                }
                return super.run(chunks);
            }

            @Override
            public void wipe(int block) {
                throw new IllegalStateException("the device is still lost");
            }
        };
        Engine engine = engine(broken);
        TokenListener throwing = new TokenListener() {
            @Override
            public void token(RunningSample sample, TokenEvent event) {}

            @Override
            public void finished(RunningSample sample, Completion completion) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        List<Generation> generations = List.of(
                engine.open(request(2, 1), throwing),
                engine.open(request(2, 2), TokenListener.NONE),
                engine.open(request(9, 3), throwing));

        try (EngineThread _ = new EngineThread(engine, "engine")) {
            for (Generation generation : generations) {
                for (Completion completion : generation.completion().get(20, TimeUnit.SECONDS)) {
                    assertThat(completion.finishReason()).isEqualTo(FinishReason.ERROR);
                }
            }
        }
        assertThat(engine.scheduler().all()).isEmpty();
    }

    @Test
    void a_fork_of_a_sample_whose_engine_has_ended_ends_with_an_error() throws Exception {
        EngineThread closing = thread(new HashRunner(4, 200));
        EngineThread failing = thread(new HashRunner(4, 200));
        RunningSample closed = closing.submit(request(1, 1), (sample, _) -> sample.pause())
                .samples()
                .getFirst();
        RunningSample failed = failing.submit(request(1, 1), (_, _) -> {
                    throw new OutOfMemoryError("Java heap space");
                })
                .samples()
                .getFirst();
        closing.close();
        failed.completion().get(20, TimeUnit.SECONDS);
        failing.close();

        for (RunningSample sample : List.of(closed, failed)) {
            RunningSample fork = sample.fork(CounterRandom.of(2), TokenListener.NONE);
            assertThat(fork.completion()).isDone();
            assertThat(fork.completion().join().error().orElseThrow()).contains("the engine was stopped: it");
            fork.cancel();
            fork.answerNow();
            fork.inject(1);
            fork.pause();
            fork.resume();
        }
    }

    @Test
    void nothing_that_an_engine_is_asked_for_as_it_ends_is_left_unanswered() throws Exception {
        for (int round = 0; round < 100; round++) {
            EngineThread engine = thread(new HashRunner(4, 200));
            RunningSample sample = engine.submit(request(1, round), (paused, _) -> paused.pause())
                    .samples()
                    .getFirst();
            Thread closer = Thread.ofPlatform().start(engine::close);
            List<RunningSample> forks = new ArrayList<>();
            do {
                forks.add(sample.fork(CounterRandom.of(2), TokenListener.NONE));
            } while (closer.isAlive() && forks.size() < 50);
            closer.join();
            forks.add(sample.fork(CounterRandom.of(2), TokenListener.NONE));
            for (RunningSample fork : forks) {
                assertThat(fork.completion().get(20, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @Test
    void an_engine_that_is_closed_without_a_thread_ends_what_it_was_asked_for() {
        Engine engine = engine(new HashRunner(4, 200));
        Generation generation = engine.open(request(2, 1), TokenListener.NONE);
        engine.close();
        engine.close();
        assertThat(generation.completion()).isDone();
        assertThatThrownBy(() -> engine.generate(List.of(request(1, 1))))
                .hasMessageContaining("the engine was stopped: it was closed");
        assertThatThrownBy(() -> engine.score(List.of(new Continuation(new int[] {1}, new int[] {2}))))
                .hasMessageContaining("the engine was stopped: it was closed");
    }

    @Test
    void a_listener_may_close_the_engine_that_it_listens_to() throws Exception {
        AtomicInteger freed = new AtomicInteger();
        EngineThread engine = thread(new Broken() {
            @Override
            public void close() {
                freed.incrementAndGet();
            }
        });
        AtomicReference<EngineThread> self = new AtomicReference<>(engine);
        Generation generation =
                engine.submit(request(2, 1), (_, _) -> self.get().close());
        for (Completion completion : generation.completion().get(20, TimeUnit.SECONDS)) {
            assertThat(completion.error().orElseThrow()).contains("it was closed");
        }
        assertThatThrownBy(() -> engine.submit(request(1, 1), TokenListener.NONE))
                .hasMessageContaining("closed");
        engine.close();
        engine.close();
        assertThat(freed).hasValue(1);
    }

    @Test
    void an_engine_that_fails_may_be_closed_by_who_hears_of_it() throws Exception {
        AtomicInteger freed = new AtomicInteger();
        CompletableFuture<EngineThread> self = new CompletableFuture<>();
        EngineThread engine = thread(new Broken() {
            @Override
            public Logits run(List<Chunk> chunks) {
                throw new IllegalStateException("the device is lost");
            }

            @Override
            public void close() {
                freed.incrementAndGet();
            }
        });
        Generation generation = engine.submit(request(1, 1), TokenListener.NONE);
        CompletableFuture<Void> closed = generation.completion().thenCombine(self, (_, mine) -> {
            mine.close();
            return null;
        });
        self.complete(engine);
        closed.get(20, TimeUnit.SECONDS);
        engine.close();
        assertThat(freed).hasValue(1);
    }

    @Test
    void an_error_in_a_call_leaves_nothing_behind_that_the_next_would_find() {
        Engine engine = engine(new HashRunner(4, 200));
        assertThatThrownBy(() -> engine.generate(List.of(request(12, 1)), (_, _, _, _) -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(engine.scheduler().all()).isEmpty();
        assertThat(engine.generate(List.of(request(3, 1))).getFirst()).hasSize(3);
    }
}
