package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Event;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.inference.ReasoningField;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;

/** How long chat completions think, how often, and what is seen of it. */
class ChatThinkingTest {
    private static final String CHAT = "/v1/chat/completions";

    private static String asking(String more) {
        return "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'What is 6 times 7?'}]" + more + "}";
    }

    private static String content(List<Event> events, String field) {
        return events.stream()
                .filter(event -> !event.data().equals("[DONE]"))
                .flatMap(event -> event.json().path("choices").valueStream())
                .map(choice -> choice.path("delta").path(field).asString(""))
                .collect(Collectors.joining());
    }

    @Test
    void an_effort_is_a_budget_by_the_table_and_none_does_not_think() throws IOException {
        ScriptedGenerator model = TestServer.says("x".repeat(3000), "42");
        try (TestServer server = TestServer.of(model)) {
            JsonNode low =
                    server.post(CHAT, asking(", 'reasoning_effort': 'low'")).json();
            JsonNode none =
                    server.post(CHAT, asking(", 'reasoning_effort': 'none'")).json();
            server.post(CHAT, asking(", 'thinking_token_budget': 77"));

            assertThat(model.requests().stream().map(request -> request.budget().thought()))
                    .containsExactly(TestServer.CONTEXT / 8, 0, 77);
            assertThat(low.path("zeroone").path("thinking_forced").asBoolean()).isTrue();
            assertThat(low.path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("42");
            assertThat(none.path("usage")
                            .path("completion_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isZero();
            assertThat(none.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
        }
    }

    @Test
    void the_most_tokens_count_thought_and_answer_and_always_leave_an_answer() throws IOException {
        ScriptedGenerator model = TestServer.says("x".repeat(3000), "y".repeat(3000));
        try (TestServer server = TestServer.of(model)) {
            JsonNode reply = server.post(CHAT, asking(", 'max_completion_tokens': 40, 'reasoning_effort': 'max'"))
                    .json();

            assertThat(reply.path("usage").path("completion_tokens").asInt()).isEqualTo(40);
            assertThat(reply.path("choices").get(0).path("finish_reason").asString())
                    .isEqualTo("length");
            assertThat(reply.path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("y".repeat(10));
        }
    }

    @Test
    void the_field_of_thoughts_has_the_name_that_the_operator_chose() throws IOException {
        try (TestServer server = TestServer.of(
                TestServer.says("hm", "42"), Options.USUAL, config -> config.withReasoningField(ReasoningField.BOTH))) {
            JsonNode message =
                    server.post(CHAT, asking("")).json().path("choices").get(0).path("message");
            assertThat(message.path("reasoning").asString()).isEqualTo("hm");
            assertThat(message.path("reasoning_content").asString()).isEqualTo("hm");
        }
    }

    @Test
    void a_summary_is_made_of_the_thoughts_own_steps() throws IOException {
        String thought = "First, multiply six by seven.\n" + "Just some very long numbers here.\n".repeat(15)
                + "Wait, that is wrong.\nSo the answer is 42.";
        try (TestServer server =
                TestServer.of(TestServer.says(thought, "42"), Options.USUAL.thoughts(ThoughtVisibility.SUMMARY))) {
            String whole = server.post(CHAT, asking(""))
                    .json()
                    .path("choices")
                    .get(0)
                    .path("message")
                    .path("reasoning_content")
                    .asString();
            assertThat(whole).isEqualTo("First, multiply six by seven.\nWait, that is wrong.\nSo the answer is 42.\n");
            assertThat(content(server.stream(CHAT, asking(", 'stream': true")), "reasoning_content"))
                    .isEqualTo(whole);
        }
    }

    @Test
    void whoever_sees_thoughts_may_ask_for_less_and_nobody_gets_more_than_the_key_allows() throws IOException {
        try (TestServer server =
                TestServer.of(TestServer.says("secret", "42"), Options.USUAL.thoughts(ThoughtVisibility.HIDDEN))) {
            assertThat(server.post(CHAT, asking(", 'zeroone': {'thoughts': 'visible'}"))
                            .body())
                    .doesNotContain("secret");
        }
        try (TestServer server = TestServer.of(TestServer.says("secret", "42"))) {
            assertThat(server.post(CHAT, asking(", 'include_reasoning': false")).body())
                    .doesNotContain("secret");
            assertThat(server.post(CHAT, asking(", 'zeroone': {'thoughts': 'hidden'}"))
                            .body())
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_vote_spends_samples_until_nothing_can_change_and_says_so() throws IOException {
        ScriptedGenerator model = new ScriptedGenerator(
                TestServer.CONTEXT,
                TestServer.TOKENIZER,
                (request, sample) -> ScriptedGenerator.script(TestServer.TOKENIZER, "t", sample == 0 ? "41" : "42"),
                ScriptedGenerator.Pace.AT_ONCE);
        try (TestServer server = TestServer.of(model)) {
            String vote = ", 'zeroone': {'strategy': 'majority_vote', 'samples': 5}";
            JsonNode reply = server.post(CHAT, asking(vote)).json();
            assertThat(reply.path("choices").size()).isEqualTo(1);
            assertThat(reply.path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("42");
            assertThat(reply.path("zeroone").path("samples").asInt()).isEqualTo(5);
            assertThat(reply.path("zeroone").path("votes").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(reply.path("zeroone").path("stop_reason").asString()).isIn("decided", "all_samples");
            assertThat(content(server.stream(CHAT, asking(vote + ", 'stream': true")), "content"))
                    .isEqualTo("42");
        }
    }

    @Test
    void a_verifier_that_knows_the_question_chooses_the_right_answer() throws IOException {
        Options verified = Options.USUAL.verifier(
                question -> question.contains("6 times 7") ? Optional.of("42"::equals) : Optional.empty());
        ScriptedGenerator model = new ScriptedGenerator(
                TestServer.CONTEXT,
                TestServer.TOKENIZER,
                (request, sample) -> ScriptedGenerator.script(TestServer.TOKENIZER, "t", sample == 2 ? "42" : "41"),
                ScriptedGenerator.Pace.AT_ONCE);
        try (TestServer server = TestServer.of(model, verified)) {
            JsonNode reply =
                    server.post(CHAT, asking(", 'reasoning': {'mode': 'pro'}")).json();
            assertThat(reply.path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("42");
            assertThat(reply.path("zeroone").path("strategy").asString()).isEqualTo("best_of_n");
            assertThat(reply.path("zeroone").path("stop_reason").asString()).isEqualTo("verified");
        }
    }

    @Test
    void what_other_servers_call_a_thought_is_accepted_in_messages() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            Reply reply = server.post(CHAT, """
                    {'model': 'scripted', 'messages': [
                      {'role': 'developer', 'content': 'Be brief.'},
                      {'role': 'user', 'content': [{'type': 'text', 'text': 'One?'}]},
                      {'role': 'assistant', 'content': null, 'reasoning_content': 'r', 'reasoning': 'r'},
                      {'role': 'user', 'content': 'Two?'}], 'max_tokens': 50, 'temperature': 0, 'stop': [], 'seed': 1}
                    """);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
    }
}
