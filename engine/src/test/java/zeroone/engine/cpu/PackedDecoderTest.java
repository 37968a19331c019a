package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.tensor.WeightFormat;
import zeroone.testkit.Property;

class PackedDecoderTest {
    private static final int VOCABULARY = 37;
    private static final int BLOCK = 32;
    private static final int BLOCKS = 24;
    private static final DecoderShape SHAPE = new DecoderShape(BLOCKS, BLOCK, 64, 64);
    private static final DecoderShape LARGE_STEPS = new DecoderShape(BLOCKS, BLOCK, 300, 300);

    @Test
    void scores_are_those_of_the_model_however_a_text_is_cut_into_chunks() {
        Property.seeded(51).holds(12, random -> {
            try (CausalLm model = model(random);
                    Crew crew = new Crew(random.nextInt(1, 4));
                    PackedDecoder decoder = new PackedDecoder(model, WeightFormat.FLOAT32, SHAPE, crew)) {
                int[] text = random.ints(50, 0, VOCABULARY).toArray();
                int[] table = shuffledBlocks(random, 4);
                float[] expected = scores(model, text);
                for (int start = 0; start < text.length; ) {
                    int length = Math.min(random.nextInt(1, 20), text.length - start);
                    int scored = random.nextInt(length + 1);
                    Step step = new Step();
                    step.add(Arrays.copyOfRange(text, start, start + length), start, table, scored);
                    float[] logits = decoder.run(step);
                    for (int i = 0; i < scored; i++) {
                        int position = start + length - scored + i;
                        assertScores(logits, i, expected, position, 2e-4);
                    }
                    start += length;
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void what_a_sequence_gets_does_not_depend_by_a_bit_on_those_beside_it(WeightFormat format) {
        Property.seeded(52).holds(8, random -> {
            try (CausalLm model = model(random);
                    Crew crew = new Crew(2);
                    PackedDecoder decoder = new PackedDecoder(model, format, SHAPE, crew)) {
                int[] text = random.ints(40, 0, VOCABULARY).toArray();
                Step alone = new Step();
                alone.add(Arrays.copyOf(text, 20), 0, new int[] {0, 1, 2}, 1);
                List<float[]> before = new ArrayList<>();
                before.add(row(decoder.run(alone), 0));
                for (int i = 20; i < 40; i++) {
                    alone.clear();
                    alone.add(new int[] {text[i]}, i, new int[] {0, 1, 2}, 1);
                    before.add(row(decoder.run(alone), 0));
                }
                int others = random.nextInt(1, 7);
                Step together = new Step();
                together.add(Arrays.copyOf(text, 20), 0, new int[] {10, 7, 5}, 1);
                assertThat(row(decoder.run(together), 0)).isEqualTo(before.getFirst());
                for (int i = 20; i < 40; i++) {
                    together.clear();
                    for (int other = 0; other < others; other++) {
                        together.add(new int[] {i % VOCABULARY}, i - 20, new int[] {12 + other, 19}, 1);
                    }
                    together.add(new int[] {text[i]}, i, new int[] {10, 7, 5}, 1);
                    assertThat(row(decoder.run(together), others))
                            .as("position %d beside %d others", i, others)
                            .isEqualTo(before.get(i - 19));
                }
            }
        });
    }

    @Test
    void a_copied_block_continues_where_the_original_was() {
        RandomGenerator random = new Random(53);
        try (CausalLm model = model(random);
                Crew crew = new Crew(2);
                PackedDecoder decoder = new PackedDecoder(model, WeightFormat.FLOAT32, SHAPE, crew)) {
            int[] text = random.ints(10, 0, VOCABULARY).toArray();
            Step step = new Step();
            step.add(Arrays.copyOf(text, 9), 0, new int[] {3}, 0);
            decoder.run(step);
            decoder.copyBlock(3, 5);
            for (int block : new int[] {3, 5}) {
                step.clear();
                step.add(new int[] {text[9]}, 9, new int[] {block}, 1);
                assertScores(decoder.run(step), 0, scores(model, text), 9, 2e-4);
            }
        }
    }

    @Test
    void trained_weights_count_once_they_are_reloaded() {
        RandomGenerator random = new Random(54);
        try (CausalLm model = model(random);
                Crew crew = new Crew(1);
                PackedDecoder decoder = new PackedDecoder(model, WeightFormat.FLOAT32, SHAPE, crew)) {
            randomise(model, random);
            decoder.reload();
            int[] text = random.ints(10, 0, VOCABULARY).toArray();
            Step step = new Step();
            step.add(text, 0, new int[] {0}, 1);
            assertScores(decoder.run(step), 0, scores(model, text), 9, 2e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"BFLOAT16, 0.02", "INT8, 0.03", "INT4, 0.4"})
    void rounded_weights_stay_close(WeightFormat format, double limit) {
        RandomGenerator random = new Random(55);
        try (CausalLm model = model(random);
                Crew crew = new Crew(2);
                PackedDecoder decoder = new PackedDecoder(model, format, SHAPE, crew)) {
            int[] text = random.ints(30, 0, VOCABULARY).toArray();
            Step step = new Step();
            step.add(text, 0, new int[] {2, 1}, 30);
            float[] logits = decoder.run(step);
            float[] exact = scores(model, text);
            double squares = 0;
            double errors = 0;
            for (int i = 0; i < exact.length; i++) {
                squares += exact[i] * exact[i];
                errors += Math.pow(logits[i] - exact[i], 2);
            }
            assertThat(Math.sqrt(errors / squares)).isLessThan(limit).isPositive();
        }
    }

    @Test
    void a_step_that_was_not_planned_for_is_refused() {
        RandomGenerator random = new Random(56);
        try (CausalLm model = model(random);
                Crew crew = new Crew(1);
                PackedDecoder decoder = new PackedDecoder(model, WeightFormat.FLOAT32, SHAPE, crew)) {
            Step step = new Step();
            step.add(new int[65], 0, new int[] {0, 1, 2, 3, 4}, 1);
            assertThatThrownBy(() -> decoder.run(step)).hasMessageContaining("a step of 65 rows");
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void a_long_text_read_in_pieces_gets_the_bits_that_it_gets_token_by_token(WeightFormat format) {
        Property.seeded(57).holds(8, random -> {
            try (CausalLm model = model(random);
                    Crew crew = new Crew(random.nextInt(1, 5));
                    PackedDecoder decoder = new PackedDecoder(model, format, LARGE_STEPS, crew)) {
                int[][] texts = new int[random.nextInt(1, 5)][];
                int[][] tables = new int[texts.length][];
                int[] free = shuffledBlocks(random, BLOCKS);
                Step step = new Step();
                for (int t = 0; t < texts.length; t++) {
                    texts[t] = random.ints(random.nextInt(1, 64), 0, VOCABULARY).toArray();
                    tables[t] = Arrays.copyOfRange(free, 4 * t, 4 * t + 4);
                    step.add(texts[t], 0, tables[t], texts[t].length);
                }
                float[] together = decoder.run(step);
                float[] pieces = Arrays.copyOf(together, step.rows() * VOCABULARY);
                int row = 0;
                for (int t = 0; t < texts.length; t++) {
                    for (int i = 0; i < texts[t].length; i++) {
                        step.clear();
                        step.add(new int[] {texts[t][i]}, i, tables[t], 1);
                        assertThat(row(decoder.run(step), 0))
                                .as("text %d, position %d", t, i)
                                .isEqualTo(row(pieces, row++));
                    }
                }
            }
        });
    }

    private static int[] shuffledBlocks(RandomGenerator random, int count) {
        return random.ints(0, BLOCKS).distinct().limit(count).toArray();
    }

    private static CausalLm model(RandomGenerator random) {
        int keyValueHeads = random.nextInt(1, 4);
        LlamaConfig config = new LlamaConfig(
                VOCABULARY,
                4 * random.nextInt(2, 12),
                random.nextInt(5, 70),
                random.nextInt(1, 4),
                keyValueHeads * random.nextInt(1, 6),
                keyValueHeads,
                random.nextBoolean() ? 32 : 2 * random.nextInt(1, 20),
                10_000,
                1e-5,
                64,
                random.nextBoolean(),
                DataType.F32,
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty());
        CausalLm model = ModelDirectory.random(config, DType.FLOAT32, Device.CPU, random);
        randomise(model, random);
        return model;
    }

    private static void randomise(CausalLm model, RandomGenerator random) {
        try (TensorScope _ = new TensorScope()) {
            for (Parameter parameter : model.parameters()) {
                long[] shape = parameter.value().shape();
                double size = shape.length == 1 ? 0.3 : 1 / Math.sqrt(shape[1]);
                float[] values = new float[(int) parameter.value().elements()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (random.nextGaussian() * size + (shape.length == 1 ? 1 : 0));
                }
                parameter.set(Tensor.of(values, Device.CPU, shape));
            }
        }
    }

    private static float[] scores(CausalLm model, int[] text) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            int length = text.length;
            Tensor ids = Tensor.of(Arrays.stream(text).asLongStream().toArray(), Device.CPU, 1, length);
            Tensor positions =
                    Tensor.of(IntStream.range(0, length).asLongStream().toArray(), Device.CPU, 1, length);
            return model.logits(model.hidden(ids, positions, CausalAttention.on(Device.CPU, length)))
                    .toFloats();
        }
    }

    private static float[] row(float[] logits, int row) {
        return Arrays.copyOfRange(logits, row * VOCABULARY, (row + 1) * VOCABULARY);
    }

    private static void assertScores(float[] logits, int row, float[] expected, int position, double tolerance) {
        float[] actual = row(logits, row);
        for (int token = 0; token < VOCABULARY; token++) {
            assertThat((double) actual[token])
                    .as("position %d, token %d", position, token)
                    .isCloseTo(expected[position * VOCABULARY + token], within(tolerance));
        }
    }
}
