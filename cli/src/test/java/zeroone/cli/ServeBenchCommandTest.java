package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zeroone.cli.model.TinyModel;

@Timeout(120)
class ServeBenchCommandTest {
    private final Shell shell = new Shell();

    @Test
    void streams_of_a_server_are_timed_and_compared_with_its_engine(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        assertThat(shell.run(
                        "bench",
                        "serve",
                        "--model",
                        model.toString(),
                        "--streams",
                        "3",
                        "--requests",
                        "5",
                        "--tokens",
                        "16",
                        "--rounds",
                        "2"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out())
                .containsPattern(
                        "(?m)^\\| 2 \\| [\\d.]+ ms \\| [\\d.]+ ms \\| .* \\| \\d+ \\| [\\d,]+ \\| [\\d,]+ \\| \\d\\.\\d\\d \\|$")
                .containsPattern("median: round [12]");
    }

    @Test
    void a_bench_without_streams_is_refused() {
        assertThat(shell.run("bench", "serve", "--streams", "0")).isNotZero();
        assertThat(shell.err()).contains("at least one stream");
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        assertThat(shell.run("bench", "serve", "--url", "http://127.0.0.1:1", "--streams", "1", "--requests", "1"))
                .isNotZero();
        assertThat(shell.err()).contains("Connection refused");
    }
}
