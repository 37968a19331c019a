package zeroone.cli.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamFiguresTest {
    @Test
    void a_quantile_is_the_value_that_its_share_does_not_exceed() {
        long[] values = LongStream.rangeClosed(1, 100).map(value -> 101 - value).toArray();
        assertThat(StreamFigures.quantile(values, 0.5)).isEqualTo(50);
        assertThat(StreamFigures.quantile(values, 0.99)).isEqualTo(99);
        assertThat(StreamFigures.quantile(values, 1)).isEqualTo(100);
        assertThat(StreamFigures.quantile(new long[] {7}, 0.01)).isEqualTo(7);
        assertThat(StreamFigures.quantile(new long[0], 0.5)).isZero();
    }

    @Test
    void figures_of_a_load_are_those_of_all_its_streams() {
        LoadFigures figures = LoadFigures.of(
                List.of(
                        new StreamFigures(1_000_000, new long[] {2_000_000, 2_000_000}, 3),
                        new StreamFigures(3_000_000, new long[] {8_000_000}, 2)),
                2_000_000_000);
        assertThat(figures.tokens()).isEqualTo(5);
        assertThat(figures.tokensPerSecond()).isEqualTo(2.5);
        assertThat(figures.firstToken50()).isEqualTo(0.001);
        assertThat(figures.firstToken99()).isEqualTo(0.003);
        assertThat(figures.between50()).isEqualTo(0.002);
        assertThat(figures.between99()).isEqualTo(0.008);
    }

    @Test
    void a_stream_without_a_token_is_none() {
        assertThatThrownBy(() -> new StreamFigures(5, new long[0], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 tokens");
    }
}
