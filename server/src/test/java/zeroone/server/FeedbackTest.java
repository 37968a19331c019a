package zeroone.server;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

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

    @Test
    void a_line_that_was_torn_spoils_no_other_and_a_file_that_cannot_be_written_is_told() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "41"))) {
            String id = server.post("/v1/responses", "{'model': 'scripted', 'input': 'What is 6 times 7?'}")
                    .json()
                    .path("id")
                    .asString();
            String rated = "{'response_id': '" + id + "', 'rating': 'down', 'consent': false}";
            Files.writeString(server.feedback, "{\"response_id\": \"resp_");
            assertThat(server.post("/v1/feedback", rated).status()).isEqualTo(200);
            assertThat(server.post("/v1/feedback", rated).status()).isEqualTo(200);
            assertThat(Files.readAllLines(server.feedback))
                    .hasSize(3)
                    .element(1, as(STRING))
                    .startsWith("{")
                    .endsWith("}");

            Files.delete(server.feedback);
            Files.createDirectory(server.feedback);
            TestServer.Reply refused = server.post("/v1/feedback", rated);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("retry-after")).isEqualTo("30");
            assertThat(refused.body()).doesNotContain(server.feedback.toString());
        }
    }
}
