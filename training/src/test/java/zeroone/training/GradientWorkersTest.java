package zeroone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

class GradientWorkersTest {
    private static final List<List<TokenSequence>> BATCHES = batches();

    private static List<List<TokenSequence>> batches() {
        Random random = new Random(2);
        List<List<TokenSequence>> batches = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            batches.add(List.of(TokenSequence.completion(
                    new int[] {1, 4}, random.ints(3 + i, 0, 8).toArray())));
        }
        return batches;
    }

    private static double work(CausalLm replica, List<TokenSequence> batch) {
        try (TensorScope _ = new TensorScope()) {
            Tensor loss = TokenScores.logProbs(replica, batch, 1).sum().multiply(-0.01);
            loss.backward();
            return loss.item();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Result(List<Double> losses, float[][] gradients) {
        static Result of(int workers, DType precision) {
            try (CausalLm model = Letters.model(precision, 1, 0.3);
                    GradientWorkers group = new GradientWorkers(model, workers);
                    TensorScope _ = new TensorScope()) {
                List<Double> losses = group.forEach(BATCHES, GradientWorkersTest::work);
                return new Result(losses, gradientsOf(model));
            }
        }
    }

    private static float[][] gradientsOf(CausalLm model) {
        return model.parameters().stream()
                .map(p -> p.gradient().orElseThrow().toFloats())
                .toArray(float[][]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 12})
    void any_number_of_workers_gathers_the_same_gradient_and_keeps_the_order(int workers) {
        Result alone = Result.of(1, DType.FLOAT32);
        Result together = Result.of(workers, DType.FLOAT32);
        for (int i = 0; i < BATCHES.size(); i++) {
            assertThat(together.losses.get(i)).isCloseTo(alone.losses.get(i), within(1e-6));
        }
        for (int p = 0; p < alone.gradients.length; p++) {
            assertThat(together.gradients[p]).containsExactly(alone.gradients[p], within(1e-5f));
        }
    }

    @Test
    void the_result_does_not_depend_on_timing() {
        for (DType precision : List.of(DType.FLOAT32, DType.BFLOAT16)) {
            Result first = Result.of(3, precision);
            for (int again = 0; again < 5; again++) {
                Result same = Result.of(3, precision);
                assertThat(same.losses).isEqualTo(first.losses);
                assertThat(same.gradients).isDeepEqualTo(first.gradients);
            }
        }
    }

    @Test
    void replicas_see_weights_that_change_and_start_without_gradients_each_time() {
        try (CausalLm model = Letters.model(DType.FLOAT32, 1, 0.3);
                CausalLm fresh = Letters.model(DType.FLOAT32, 9, 0.3);
                GradientWorkers group = new GradientWorkers(model, 2);
                GradientWorkers other = new GradientWorkers(fresh, 2);
                TensorScope _ = new TensorScope()) {
            group.forEach(BATCHES, GradientWorkersTest::work);
            model.parameters().forEach(p -> p.gradient().orElseThrow().fillInPlace(0));
            for (int p = 0; p < model.parameters().size(); p++) {
                model.parameters().get(p).set(fresh.parameters().get(p).value().detach());
            }
            List<Double> losses = group.forEach(BATCHES, GradientWorkersTest::work);
            assertThat(losses).isEqualTo(other.forEach(BATCHES, GradientWorkersTest::work));
            assertThat(gradientsOf(model)).isDeepEqualTo(gradientsOf(fresh));
        }
    }

    @Test
    void a_worker_that_fails_is_told_once_the_others_are_done() {
        try (CausalLm model = Letters.model(DType.FLOAT32, 1, 0.3);
                GradientWorkers group = new GradientWorkers(model, 2)) {
            CountDownLatch failed = new CountDownLatch(1);
            AtomicBoolean otherDone = new AtomicBoolean();
            assertThatThrownBy(() -> group.forEach(List.of(0, 1), (replica, batch) -> {
                        if (batch == 0) {
                            failed.countDown();
                            throw new IllegalStateException("no gradient today");
                        }
                        await(failed);
                        for (int i = 0; i < 20; i++) {
                            work(replica, BATCHES.getFirst());
                        }
                        otherDone.set(true);
                        return 1;
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no gradient today");
            assertThat(otherDone).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void work_leaves_nothing_behind() {
        Result.of(2, DType.BFLOAT16);
        long before = NativeLibrary.liveObjects();
        Result.of(2, DType.BFLOAT16);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void there_is_at_least_one_worker() {
        try (CausalLm model = Letters.model(DType.FLOAT32, 1, 0.3)) {
            for (int workers : Arrays.asList(0, -1)) {
                assertThatThrownBy(() -> new GradientWorkers(model, workers))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("at least one worker is needed: " + workers);
            }
        }
    }
}
