package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    @Test
    void what_was_said_is_kept_only_with_consent_and_the_thought_never() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("PLUTONIUM", "41"))) {
            String id = server.post("/v1/responses", "{'model': 'scripted', 'input': 'What is 6 times 7?'}")
                    .json()
                    .path("id")
                    .asString();
            String rated = "{'response_id': '" + id + "', 'rating': 'down', 'correction': '42', 'consent': ";
            assertThat(server.post("/v1/feedback", rated + "true}").status()).isEqualTo(200);
            assertThat(server.post("/v1/feedback", rated + "false}").status()).isEqualTo(200);
            assertThat(server.post("/v1/feedback", rated.replace(id, "resp_none") + "true}")
                            .status())
                    .isEqualTo(404);

            List<String> lines = Files.readAllLines(server.feedback);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0))
                    .contains("6 times 7")
                    .contains("\"answer\":\"41\"")
                    .contains("\"correction\":\"42\"");
            assertThat(lines.get(1)).doesNotContain("6 times 7").doesNotContain("41");
            assertThat(lines).noneMatch(line -> line.contains("PLUTONIUM"));
        }
    }
}
