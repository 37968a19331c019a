package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;

/** What is planned before anything is allocated is what is allocated. */
class DecoderMemoryTest {
    private static final LlamaConfig CONFIG = new LlamaConfig(
            1024,
            128,
            256,
            2,
            4,
            2,
            32,
            10_000,
            1e-5,
            64,
            true,
            DataType.F32,
            List.of(),
            OptionalInt.empty(),
            OptionalInt.empty());

    private static final DecoderShape SHAPE = new DecoderShape(24, 16, 100, 7);

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void the_plan_is_what_a_decoder_takes(WeightFormat format) {
        try (CausalLm model = ModelDirectory.random(CONFIG, DType.FLOAT32, Device.CPU, new Random(1));
                Crew crew = new Crew(2);
                PackedDecoder decoder = new PackedDecoder(model, format, SHAPE, crew)) {
            DecoderMemory planned = DecoderMemory.planned(model, format, SHAPE, 2);

            assertThat(decoder.memory())
                    .isEqualTo(planned.withWeights(decoder.memory().weights()));
            // bfloat16 takes twelve of the sixteen bits that are planned, where it can
            double least = format == WeightFormat.BFLOAT16 ? 0.75 : 0.95;
            assertThat(decoder.memory().weights() / (double) planned.weights()).isBetween(least, 1.05);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT32", "BFLOAT16"})
    void activations_take_what_they_say(DType type) {
        try (Arena arena = Arena.ofConfined()) {
            Activations all = Activations.allocate(0, arena, CONFIG, SHAPE.rows(), SHAPE.scored(), type);

            long bytes = Stream.of(
                            all.residual(),
                            all.normed(),
                            all.queryKeyValue(),
                            all.attended(),
                            all.gateUp(),
                            all.hidden(),
                            all.last(),
                            all.logits())
                    .mapToLong(rows -> rows.memory().byteSize())
                    .sum();
            assertThat(Activations.bytes(CONFIG, SHAPE.rows(), SHAPE.scored(), type))
                    .isEqualTo(bytes);
        }
    }

    /** Each would leave more than a megabyte of packed weights behind. */
    @Test
    void a_decoder_that_finds_no_memory_for_its_cache_leaves_none_behind() {
        // 2^31 blocks of a quarter of a megabyte: more than a processor can address.
        DecoderShape impossible = new DecoderShape(Integer.MAX_VALUE, 256, 100, 7);
        try (CausalLm model = ModelDirectory.random(CONFIG, DType.FLOAT32, Device.CPU, new Random(1));
                Crew crew = new Crew(2)) {
            Runnable make =
                    () -> assertThatThrownBy(() -> new PackedDecoder(model, WeightFormat.FLOAT32, impossible, crew))
                            .isInstanceOf(OutOfMemoryError.class)
                            .hasMessageContaining("bytes for weights or cache");
            make.run();
            long before = NativeLibrary.residentBytes();

            for (int i = 0; i < 100; i++) {
                make.run();
            }

            assertThat(NativeLibrary.residentBytes() - before).isLessThan(60_000_000);
        }
    }

    @Test
    void scores_of_every_row_are_counted_in_native_memory_and_in_javas() {
        try (CausalLm model = ModelDirectory.random(CONFIG, DType.FLOAT32, Device.CPU, new Random(1))) {
            long seven =
                    DecoderMemory.planned(model, WeightFormat.FLOAT32, SHAPE, 1).workspace();
            DecoderShape more = new DecoderShape(24, 16, 100, 100);
            long hundred =
                    DecoderMemory.planned(model, WeightFormat.FLOAT32, more, 1).workspace();

            assertThat(hundred - seven).isGreaterThan(2L * 93 * 1024 * Float.BYTES);
        }
    }
}
