package zeroone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.TensorScope;

/** What transformers computed of the same weights; tools/make_golden_fixtures.py wrote it down. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** bfloat16 has 8 significant bits, and transformers rounds at other places than this implementation. */
    private static final float BFLOAT16_TOLERANCE = 0.05f;

    @ParameterizedTest
    @CsvSource({"tied,FLOAT32,1e-4", "untied,FLOAT32,1e-4", "bfloat16,BFLOAT16," + BFLOAT16_TOLERANCE})
    void logits_are_those_of_transformers(String name, DType precision, float tolerance) {
        try (TensorScope _ = new TensorScope();
                CausalLm model = ModelDirectory.load(GOLDEN.resolve(name), precision, Device.CPU)) {
            Golden golden = Golden.read(name);
            for (CausalAttention attention : attentions(golden.ids[0].length)) {
                float[] logits = TinyModels.logits(model, attention, golden.ids);
                assertThat(logits).hasSameSizeAs(golden.logits);
                for (int i = 0; i < logits.length; i++) {
                    assertThat(logits[i])
                            .as(name + " with " + attention.getClass().getSimpleName() + ", logit " + i)
                            .isCloseTo(golden.logits[i], org.assertj.core.data.Offset.offset(tolerance));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void the_likeliest_continuation_is_that_of_transformers(String name) {
        try (TensorScope _ = new TensorScope();
                CausalLm model = ModelDirectory.load(GOLDEN.resolve(name), DType.FLOAT32, Device.CPU)) {
            Golden golden = Golden.read(name);
            for (int sequence = 0; sequence < golden.ids.length; sequence++) {
                int[] ids = golden.ids[sequence];
                for (int expected : golden.greedy[sequence]) {
                    ids = Arrays.copyOf(ids, ids.length + 1);
                    ids[ids.length - 1] = expected;
                    int[] before = Arrays.copyOf(ids, ids.length - 1);
                    assertThat(likeliest(model, before)).isEqualTo(expected);
                }
            }
        }
    }

    private static int likeliest(CausalLm model, int[] ids) {
        float[] logits = TinyModels.logits(model, CausalAttention.on(Device.CPU, ids.length), new int[][] {ids});
        int vocabulary = model.config().vocabularySize();
        int start = logits.length - vocabulary;
        int best = 0;
        for (int i = 1; i < vocabulary; i++) {
            best = logits[start + i] > logits[start + best] ? i : best;
        }
        return best;
    }

    private static CausalAttention[] attentions(int length) {
        return new CausalAttention[] {new CausalAttention.Explicit(length), new CausalAttention.Fused()};
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Golden(int[][] ids, int[][] greedy, float[] logits) {
        static Golden read(String name) {
            JsonNode json = JsonMapper.shared()
                    .readTree(GOLDEN.resolve(name).resolve("golden.json").toFile());
            JsonNode rows = json.get("logits");
            float[] logits = new float
                    [rows.size() * rows.get(0).size() * rows.get(0).get(0).size()];
            int next = 0;
            for (JsonNode sequence : rows) {
                for (JsonNode position : sequence) {
                    for (JsonNode logit : position) {
                        logits[next++] = logit.floatValue();
                    }
                }
            }
            return new Golden(integers(json.get("input_ids")), integers(json.get("greedy")), logits);
        }

        private static int[][] integers(JsonNode rows) {
            int[][] all = new int[rows.size()][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new int[rows.get(i).size()];
                for (int j = 0; j < all[i].length; j++) {
                    all[i][j] = rows.get(i).get(j).intValue();
                }
            }
            return all;
        }
    }
}
