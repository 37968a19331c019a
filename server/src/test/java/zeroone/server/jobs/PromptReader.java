package zeroone.server.jobs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/** A model that says of each prompt that it knew so many tokens of it. */
record PromptReader(StreamingGenerator model, int known) implements StreamingGenerator {
    @Override
    public Generation submit(GenerationRequest request, TokenListener listener) {
        return model.submit(request, new TokenListener() {
            @Override
            public void token(RunningSample sample, TokenEvent event) {
                listener.token(new Sample(sample, known), event);
            }

            @Override
            public void finished(RunningSample sample, Completion completion) {
                listener.finished(new Sample(sample, known), completion);
            }
        });
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> batch, GenerationListener listener) {
        return model.generate(batch, listener);
    }

    @Override
    public int contextLength() {
        return model.contextLength();
    }

    private record Sample(RunningSample sample, int cachedPromptTokens) implements RunningSample {
        @Override
        public int number() {
            return sample.number();
        }

        @Override
        public void cancel() {
            sample.cancel();
        }

        @Override
        public void answerNow() {
            sample.answerNow();
        }

        @Override
        public void inject(int... tokens) {
            sample.inject(tokens);
        }

        @Override
        public void pause() {
            sample.pause();
        }

        @Override
        public void resume() {
            sample.resume();
        }

        @Override
        public RunningSample fork(CounterRandom random, TokenListener listener) {
            return sample.fork(random, listener);
        }

        @Override
        public CompletableFuture<Completion> completion() {
            return sample.completion();
        }
    }
}
