package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Event;

class CompletionsTest {
    private static final String COMPLETIONS = "/v1/completions";

    @Test
    void a_text_goes_on_without_a_thought() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            JsonNode reply = server.post(COMPLETIONS, "{'model': 'scripted', 'prompt': 'x', 'max_tokens': 10}")
                    .json();
            assertThat(reply.path("object").asString()).isEqualTo("text_completion");
            assertThat(reply.path("choices").get(0).path("text").asString()).isEqualTo("42");
            assertThat(reply.path("choices").get(0).path("finish_reason").asString())
                    .isEqualTo("stop");
            assertThat(reply.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
        }
    }

    @Test
    void prompts_come_as_texts_or_ids_one_or_many() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("", "a", "b", "c", "d"))) {
            for (String prompt : List.of("'x'", "['x', 'y']", "[120, 121]", "[[120], [121]]")) {
                JsonNode choices = server.post(
                                COMPLETIONS, "{'model': 'scripted', 'prompt': " + prompt + ", 'max_tokens': 4, 'n': 2}")
                        .json()
                        .path("choices");
                boolean two = prompt.contains("['x'") || prompt.contains("[[");
                assertThat(choices.size()).isEqualTo(two ? 4 : 2);
                assertThat(choices.get(choices.size() - 1).path("index").asInt())
                        .isEqualTo(choices.size() - 1);
            }
        }
    }

    /** As lm-evaluation-harness reads it: it drops the last entry, which must be there, and compares floats. */
    @Test
    void a_given_text_is_scored_as_evaluation_harnesses_want_it() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("", ""))) {
            JsonNode choice = server.post(
                            COMPLETIONS,
                            "{'model': 'scripted', 'prompt': [[97, 98, 98]], 'echo': true, 'max_tokens': 1, 'logprobs': 1,"
                                    + " 'temperature': 0, 'seed': 1}")
                    .json()
                    .path("choices")
                    .get(0);
            JsonNode logProbs = choice.path("logprobs");
            assertThat(choice.path("text").asString()).isEqualTo("abb");
            assertThat(logProbs.path("token_logprobs").size())
                    .as("prompt and the end of the turn")
                    .isEqualTo(4);
            assertThat(logProbs.path("top_logprobs").size()).isEqualTo(4);
            assertThat(logProbs.path("token_logprobs").get(0).isNull()).isTrue();
            assertThat(best(logProbs, 1))
                    .isGreaterThan(logProbs.path("token_logprobs").get(1).asDouble());
            assertThat(best(logProbs, 2))
                    .isEqualTo(logProbs.path("token_logprobs").get(2).asDouble());
        }
    }

    private static double best(JsonNode logProbs, int position) {
        return logProbs.path("top_logprobs")
                .get(position)
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .max()
                .orElseThrow();
    }

    @Test
    void a_text_can_be_scored_without_writing_anything() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("", "x"))) {
            JsonNode reply = server.post(
                            COMPLETIONS,
                            "{'model': 'scripted', 'prompt': 'abc', 'echo': true, 'max_tokens': 0, 'logprobs': 0}")
                    .json();
            assertThat(reply.path("choices")
                            .get(0)
                            .path("logprobs")
                            .path("tokens")
                            .size())
                    .isEqualTo(3);
            assertThat(reply.path("usage").path("completion_tokens").asInt()).isZero();
        }
    }

    @Test
    void a_stream_ends_with_done() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("", "42"))) {
            List<Event> events = server.stream(
                    COMPLETIONS,
                    "{'model': 'scripted', 'prompt': 'x', 'stream': true, 'stream_options': {'include_usage': true}}");
            assertThat(events.stream()
                            .limit(events.size() - 2)
                            .map(event -> event.json()
                                    .path("choices")
                                    .get(0)
                                    .path("text")
                                    .asString())
                            .collect(Collectors.joining()))
                    .isEqualTo("42");
            assertThat(events.get(events.size() - 2)
                            .json()
                            .path("usage")
                            .path("prompt_tokens")
                            .asInt())
                    .isOne();
            assertThat(events.getLast().data()).isEqualTo("[DONE]");
        }
    }

    @Test
    void impossible_prompts_are_refused() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("", "42"))) {
            for (String prompt :
                    List.of("5", "[]", "['']", "''", "[-1]", "[999]", "[[1], 'x', {}]", "[1, 'x']", "{}")) {
                assertThat(server.post(COMPLETIONS, "{'model': 'scripted', 'prompt': " + prompt + "}")
                                .status())
                        .as(prompt)
                        .isEqualTo(400);
            }
            assertThat(server.post(COMPLETIONS, "{'model': 'scripted', 'prompt': 'x', 'max_tokens': 5000}")
                            .body())
                    .contains("context_length_exceeded");
        }
    }
}
