package zeroone.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.engine.MemoryPlan;
import zeroone.tensor.WeightFormat;

class EngineTableTest {
    private static final EngineSubject SUBJECT = new EngineSubject(
            "models/my, \"own\"",
            1_344_000,
            WeightFormat.INT8,
            2,
            new Machine(100e9, 400e9, 30e9, 40e9),
            new PrecisionCost(512, 0.0123, 0.25),
            new MemoryPlan(5_376_000, 1_344_000, 2_000_000, 1_000_000, 4_096));

    private static final EngineFigure READ =
            new EngineFigure("pp512", 1, 0, 1234.567, 8.9, 0.5, 0.125, 9_720_000, 800_000_000);
    private static final EngineFigure WRITE =
            new EngineFigure("tg128", 8, 32, 250.5, 0, 0.0625, 0.75, 9_720_000, 900_000_000);

    @Test
    void csv_has_the_figures_first_and_then_what_they_are_of() {
        assertThat(EngineTable.CSV.head(SUBJECT))
                .startsWith("test,batch,depth,tokens_per_second,deviation,arithmetic_share,memory_share,")
                .endsWith("\n");
        assertThat(EngineTable.CSV.row(SUBJECT, WRITE))
                .startsWith("tg128,8,32,250.50,0.00,0.0625,0.7500,0.7500,9720000,900000000,")
                .contains(",\"models/my, \"\"own\"\"\",1344000,int8,2,")
                .endsWith(",1.230e-02,2.500e-01\n");
        assertThat(columns(WRITE))
                .containsEntry("roofline_share", "0.7500")
                .containsEntry("memory_bytes", "9720000")
                .containsEntry("threads", "2")
                .containsEntry("read_bytes_per_second", "40000000000")
                .containsEntry("copy_bytes_per_second", "30000000000")
                .containsEntry("log_prob_difference_largest", "2.500e-01");
        assertThat(EngineTable.CSV.foot(SUBJECT, List.of(READ), 1)).isEmpty();
    }

    /** Fields by column, without the comma in the name of the model. */
    private static Map<String, String> columns(EngineFigure figure) {
        String[] names = EngineTable.CSV.head(SUBJECT).strip().split(",");
        String[] fields = EngineTable.CSV
                .row(SUBJECT, figure)
                .strip()
                .replace("models/my, ", "models/my ")
                .split(",");
        assertThat(fields).hasSameSizeAs(names);
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], fields[i]);
        }
        return columns;
    }

    @Test
    void json_says_model_weights_threads_machine_and_exactness_beside_the_figures() {
        JsonNode root = JsonMapper.shared().readTree(EngineTable.JSON.foot(SUBJECT, List.of(READ, WRITE), 950_000_000));

        assertThat(root.path("title").asString()).isEqualTo("models/my, \"own\": 1,344,000 weights, int8, 2 threads");
        assertThat(root.path("model").asString()).isEqualTo("models/my, \"own\"");
        assertThat(root.path("weights").asString()).isEqualTo("int8");
        assertThat(root.path("threads").asInt()).isEqualTo(2);
        assertThat(root.path("machine").path("read_bytes_per_second").asDouble())
                .isEqualTo(40e9);
        assertThat(root.path("resident_bytes").asLong()).isEqualTo(950_000_000);
        assertThat(root.path("log_prob_difference_mean").asDouble()).isEqualTo(0.0123);
        JsonNode read = root.path("figures").path(0);
        assertThat(read.path("tokens_per_second").asDouble()).isEqualTo(1234.567);
        assertThat(read.path("deviation").asDouble()).isEqualTo(8.9);
        assertThat(read.path("roofline_share").asDouble()).isEqualTo(0.5);
        assertThat(read.path("memory_bytes").asLong()).isEqualTo(9_720_000);
        assertThat(root.path("figures").path(1).path("resident_bytes").asLong()).isEqualTo(900_000_000);
    }

    @Test
    void markdown_is_a_table_under_the_machine_and_the_plan() {
        String head = EngineTable.MARKDOWN.head(SUBJECT);
        String row = EngineTable.MARKDOWN.row(SUBJECT, WRITE);

        assertThat(head)
                .contains("1,344,000 weights, int8, 2 threads")
                .contains("memory read 40.0 GB/s, copied 30.0 GB/s")
                .contains("largest engine: memory: weights 5.4 MB and packed 1.3 MB");
        assertThat(row).contains("| tg128 |     8 |    32 |    250.5 ±  0.0 |").contains("75.0 % |     10 MB |");
        List<String> lines = head.lines().toList();
        assertThat(row.strip().chars().filter(c -> c == '|').count())
                .isEqualTo(lines.getLast().chars().filter(c -> c == '|').count())
                .isEqualTo(lines.get(lines.size() - 2)
                        .chars()
                        .filter(c -> c == '|')
                        .count());
        assertThat(EngineTable.MARKDOWN.foot(SUBJECT, List.of(READ, WRITE), 950_000_000))
                .contains("resident memory: 950 MB")
                .contains("mean difference 1.2e-02, largest 2.5e-01 (512 tokens)");
    }

    @Test
    void the_roofline_is_the_limit_that_takes_longer() {
        assertThat(READ.roofline()).isEqualTo(READ.arithmetic());
        assertThat(WRITE.roofline()).isEqualTo(WRITE.memory());
    }
}
