package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.OutputItems.item;
import static zeroone.server.OutputItems.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Event;
import zeroone.server.TestServer.Options;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;

class ResponsesTest {
    private static final String RESPONSES = "/v1/responses";
    private static final Options SUMMARY = Options.USUAL.thoughts(ThoughtVisibility.SUMMARY);

    private static String asking(String more) {
        return "{'model': 'scripted', 'input': 'What is 6 times 7?'" + more + "}";
    }

    @Test
    void events_come_in_the_order_that_clients_expect() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("First, six by seven.", "42"), SUMMARY)) {
            List<Event> events = server.stream(RESPONSES, asking(", 'stream': true"));

            assertThat(events.stream().map(Event::name))
                    .containsExactly(
                            "response.created",
                            "response.in_progress",
                            "response.output_item.added",
                            "response.reasoning_summary_part.added",
                            "response.reasoning_summary_text.delta",
                            "response.reasoning_summary_text.done",
                            "response.reasoning_summary_part.done",
                            "response.output_item.done",
                            "response.output_item.added",
                            "response.content_part.added",
                            "response.output_text.delta",
                            "response.output_text.delta",
                            "response.output_text.done",
                            "response.content_part.done",
                            "response.output_item.done",
                            "response.completed");
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).json().path("sequence_number").asInt()).isEqualTo(i);
                assertThat(events.get(i).json().path("type").asString())
                        .isEqualTo(events.get(i).name());
            }
            String deltas = events.stream()
                    .filter(event -> event.name().equals("response.output_text.delta"))
                    .map(event -> event.json().path("delta").asString())
                    .collect(Collectors.joining());
            JsonNode last = events.getLast().json().path("response");
            assertThat(deltas).isEqualTo("42").isEqualTo(text(last));
            assertThat(last.path("status").asString()).isEqualTo("completed");
            assertThat(last.path("completed_at").asLong()).isEqualTo(TestServer.NOW.getEpochSecond());
        }
    }

    @Test
    void a_response_has_every_field_that_the_specification_requires() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("First, six by seven.", "42"), SUMMARY)) {
            JsonNode response =
                    server.post(RESPONSES, asking(", 'metadata': {'a': 'b'}")).json();

            assertThat(response.propertyNames())
                    .contains(
                            "id",
                            "object",
                            "created_at",
                            "status",
                            "error",
                            "incomplete_details",
                            "instructions",
                            "model",
                            "tools",
                            "output",
                            "parallel_tool_calls",
                            "metadata",
                            "tool_choice",
                            "temperature",
                            "top_p",
                            "background",
                            "completed_at",
                            "max_output_tokens",
                            "previous_response_id",
                            "reasoning",
                            "store",
                            "text",
                            "truncation",
                            "usage",
                            "user");
            assertThat(response.path("usage").path("input_tokens_details").has("cache_write_tokens"))
                    .isTrue();
            assertThat(response.path("usage")
                            .path("output_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isEqualTo(21);
            assertThat(item(response, "reasoning")
                            .path("summary")
                            .get(0)
                            .path("text")
                            .asString())
                    .isEqualTo("First, six by seven.");
            JsonNode part = item(response, "message").path("content").get(0);
            assertThat(part.propertyNames()).contains("type", "text", "annotations", "logprobs");
            assertThat(response.path("metadata").path("a").asString()).isEqualTo("b");
        }
    }

    @Test
    void raw_thoughts_come_only_to_whoever_may_see_them_and_not_beside_a_summary() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("First, six by seven.", "42"))) {
            List<Event> events = server.stream(RESPONSES, asking(", 'stream': true"));
            assertThat(events).noneMatch(event -> event.name().contains("summary"));
            assertThat(events).anyMatch(event -> event.name().equals("response.reasoning_text.done"));
            assertThat(item(events.getLast().json().path("response"), "reasoning")
                            .path("content")
                            .get(0)
                            .path("text")
                            .asString())
                    .isEqualTo("First, six by seven.");
        }
    }

    @Test
    void an_answer_that_meets_its_limit_is_incomplete_and_says_why() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("x".repeat(50), "y".repeat(500)))) {
            JsonNode response =
                    server.post(RESPONSES, asking(", 'max_output_tokens': 40")).json();
            assertThat(response.path("status").asString()).isEqualTo("incomplete");
            assertThat(response.path("incomplete_details").path("reason").asString())
                    .isEqualTo("max_output_tokens");
            assertThat(response.path("usage").path("output_tokens").asInt()).isEqualTo(40);
            assertThat(text(response)).as("a thought never eats the answer").isEqualTo("y".repeat(10));
            assertThat(server.stream(RESPONSES, asking(", 'max_output_tokens': 40, 'stream': true"))
                            .getLast()
                            .name())
                    .isEqualTo("response.incomplete");
        }
    }

    @Test
    void a_vote_is_told_once_it_is_decided() throws IOException {
        ScriptedGenerator model = new ScriptedGenerator(
                TestServer.CONTEXT,
                TestServer.TOKENIZER,
                (request, sample) -> ScriptedGenerator.script(TestServer.TOKENIZER, "t", sample == 0 ? "41" : "42"),
                ScriptedGenerator.Pace.AT_ONCE);
        try (TestServer server = TestServer.of(model)) {
            List<Event> events = server.stream(
                    RESPONSES, asking(", 'stream': true, 'reasoning': {'mode': 'pro', 'effort': 'high'}"));
            JsonNode response = events.getLast().json().path("response");
            assertThat(text(response)).isEqualTo("42");
            assertThat(response.path("zeroone").path("samples").asInt()).isEqualTo(8);
            assertThat(response.path("zeroone").path("votes").asInt()).isGreaterThanOrEqualTo(5);
            assertThat(response.path("reasoning").path("effort").asString()).isEqualTo("high");
        }
    }

    @Test
    void the_tokens_of_an_input_are_counted_without_answering() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42");
        try (TestServer server = TestServer.of(model)) {
            assertThat(server.post(RESPONSES + "/input_tokens", asking(""))
                            .json()
                            .path("input_tokens")
                            .asInt())
                    .isEqualTo("What is 6 times 7?".length() + 1);
            assertThat(model.requests()).isEmpty();
        }
    }

    @Test
    void log_probabilities_come_where_they_are_included() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            JsonNode part = item(
                            server.post(
                                            RESPONSES,
                                            asking(", 'include': ['message.output_text.logprobs'], 'top_logprobs': 1"))
                                    .json(),
                            "message")
                    .path("content")
                    .get(0);
            assertThat(part.path("logprobs").size()).isEqualTo(2);
            assertThat(part.path("logprobs").get(0).path("top_logprobs").size()).isEqualTo(1);
        }
    }

    @Test
    void a_query_is_checked_like_a_body() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            assertThat(server.get(RESPONSES + "/x?stream=maybe").status()).isEqualTo(400);
            assertThat(server.get(RESPONSES + "/x?stream=true&starting_after=no")
                            .status())
                    .isEqualTo(400);
        }
    }
}
