package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Event;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.GenerationRequest;

class ResponsesTest {
    private static final String RESPONSES = "/v1/responses";
    private static final Options SUMMARY = Options.USUAL.thoughts(ThoughtVisibility.SUMMARY);

    private static String asking(String more) {
        return "{'model': 'scripted', 'input': 'What is 6 times 7?'" + more + "}";
    }

    private static JsonNode item(JsonNode response, String type) {
        return response.path("output")
                .valueStream()
                .filter(item -> item.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + response));
    }

    private static String text(JsonNode response) {
        return item(response, "message").path("content").get(0).path("text").asString();
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
    void a_response_is_kept_found_listed_followed_up_and_deleted() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42", "43");
        try (TestServer server = TestServer.of(model)) {
            JsonNode first = server.post(RESPONSES, asking(", 'instructions': 'Be brief.'"))
                    .json();
            String id = first.path("id").asString();
            assertThat(server.get(RESPONSES + "/" + id).json()).isEqualTo(first);
            assertThat(server.get(RESPONSES + "/" + id + "/input_items")
                            .json()
                            .path("data")
                            .get(0)
                            .path("content")
                            .get(0)
                            .path("text")
                            .asString())
                    .isEqualTo("What is 6 times 7?");

            JsonNode second = server.post(
                            RESPONSES,
                            "{'model': 'scripted', 'input': 'Plus one?', 'previous_response_id': '" + id + "'}")
                    .json();
            assertThat(text(second)).isEqualTo("43");
            assertThat(TestServer.TOKENIZER.decode(model.requests().get(1).prompt()))
                    .isEqualTo("What is 6 times 7?42Plus one?");
            assertThat(second.path("previous_response_id").asString()).isEqualTo(id);

            assertThat(server.send(server.request(RESPONSES + "/" + id).DELETE())
                            .json()
                            .path("deleted")
                            .asBoolean())
                    .isTrue();
            assertThat(server.get(RESPONSES + "/" + id).status()).isEqualTo(404);
            assertThat(server.send(server.request(RESPONSES + "/" + id).DELETE())
                            .status())
                    .isEqualTo(404);
            assertThat(server.post(RESPONSES + "/" + id + "/cancel", "{}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_is_not_to_be_stored_is_not() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            JsonNode response =
                    server.post(RESPONSES, asking(", 'store': false")).json();
            assertThat(server.get(RESPONSES + "/" + response.path("id").asString())
                            .status())
                    .isEqualTo(404);
            assertThat(item(response, "reasoning").path("encrypted_content").asString())
                    .isNotBlank();
        }
    }

    @Test
    void a_sealed_thought_goes_on_in_a_follow_up() throws IOException {
        ScriptedGenerator model = TestServer.says("pondering hard", "42");
        Options hidden = Options.USUAL.thoughts(ThoughtVisibility.HIDDEN);
        try (TestServer server = TestServer.of(model, hidden)) {
            Reply reply = server.post(
                    RESPONSES,
                    asking(", 'store': false, 'include': ['reasoning.encrypted_content'], 'thinking_token_budget': 9"));
            JsonNode reasoning = item(reply.json(), "reasoning");
            assertThat(reply.body()).doesNotContain("pondering");
            assertThat(reasoning.path("summary").size()).isZero();

            JsonNode followUp = server.post(
                            RESPONSES,
                            "{'model': 'scripted', 'input': [{'role': 'user', 'content': 'What?'}, " + reasoning + "]}")
                    .json();
            GenerationRequest resumed = model.requests().get(1);
            assertThat(TestServer.TOKENIZER.decode(resumed.resumed().tokens())).isEqualTo("pondering");
            assertThat(resumed.budget().thought()).isEqualTo(9 + TestServer.CONTEXT / 4);
            // "hard" with its space and the end of the thought, and the answer with its end.
            assertThat(followUp.path("usage").path("output_tokens").asInt()).isEqualTo(9);
            assertThat(followUp.path("usage")
                            .path("output_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isEqualTo(6);
        }
    }

    @Test
    void a_sealed_thought_that_was_changed_is_refused() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            String sealed = item(
                            server.post(RESPONSES, asking(", 'store': false")).json(), "reasoning")
                    .path("encrypted_content")
                    .asString();
            int middle = sealed.length() / 2;
            String changed = sealed.substring(0, middle)
                    + (sealed.charAt(middle) == 'A' ? 'B' : 'A')
                    + sealed.substring(middle + 1);
            for (String text : List.of(changed, "", "AAAA", "not base64 !", sealed.substring(0, 40))) {
                Reply reply = server.post(
                        RESPONSES,
                        "{'model': 'scripted', 'input': [{'role': 'user', 'content': 'x'},"
                                + " {'type': 'reasoning', 'encrypted_content': '" + text + "'}]}");
                assertThat(reply.status()).as(text).isEqualTo(400);
                assertThat(reply.json().path("error").path("code").asString()).isEqualTo("invalid_encrypted_content");
            }
        }
    }

    @Test
    void a_thought_that_led_to_an_answer_goes_on_only_where_that_is_asked_for() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42");
        try (TestServer server = TestServer.of(model)) {
            String id = server.post(RESPONSES, asking("")).json().path("id").asString();
            String next = "{'model': 'scripted', 'input': 'And?', 'previous_response_id': '" + id + "'";
            server.post(RESPONSES, next + "}");
            server.post(RESPONSES, next + ", 'reasoning': {'context': 'all_turns'}}");
            assertThat(model.requests().get(1).resumed().length()).isZero();
            assertThat(model.requests().get(2).resumed().length()).isEqualTo(2);
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
    void an_unknown_earlier_response_a_tool_or_background_without_a_store_are_refused() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            Reply unknown = server.post(RESPONSES, asking(", 'previous_response_id': 'resp_none'"));
            assertThat(unknown.json().path("error").path("code").asString()).isEqualTo("previous_response_not_found");
            assertThat(server.post(RESPONSES, asking(", 'tools': [{'type': 'web_search'}]"))
                            .status())
                    .isEqualTo(400);
            assertThat(server.post(RESPONSES, asking(", 'background': true"))
                            .json()
                            .path("error")
                            .path("param")
                            .asString())
                    .isEqualTo("background");
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
