package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Event;
import zeroone.server.TestServer.Reply;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.GenerationRequest;

class ChatCompletionsTest {
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
    void an_answer_comes_with_its_thought_and_what_it_cost() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("6 * 7 = 42", "42"))) {
            Reply reply = server.post(CHAT, asking(""));

            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            JsonNode choice = reply.json().path("choices").get(0);
            assertThat(choice.path("message").path("content").asString()).isEqualTo("42");
            assertThat(choice.path("message").path("reasoning_content").asString())
                    .isEqualTo("6 * 7 = 42");
            assertThat(choice.path("message").has("refusal")).isTrue();
            assertThat(choice.path("logprobs").isNull()).isTrue();
            assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
            JsonNode usage = reply.json().path("usage");
            // 10 of thought, the end of the thought; 2 of answer, the end of the turn.
            assertThat(usage.path("completion_tokens").asInt()).isEqualTo(14);
            assertThat(usage.path("completion_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isEqualTo(11);
            assertThat(reply.json().path("object").asString()).isEqualTo("chat.completion");
            assertThat(reply.json().path("created").asLong()).isEqualTo(TestServer.NOW.getEpochSecond());
            assertThat(reply.header("x-request-id")).startsWith("req_");
        }
    }

    @Test
    void a_stream_begins_with_the_role_and_ends_with_the_reason_the_usage_and_done() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "über 42"))) {
            List<Event> events =
                    server.stream(CHAT, asking(", 'stream': true, 'stream_options': {'include_usage': true}"));

            assertThat(events.getFirst()
                            .json()
                            .path("choices")
                            .get(0)
                            .path("delta")
                            .path("role")
                            .asString())
                    .isEqualTo("assistant");
            assertThat(content(events, "reasoning_content")).isEqualTo("hm");
            assertThat(content(events, "content")).isEqualTo("über 42");
            assertThat(events.getLast().data()).isEqualTo("[DONE]");
            JsonNode usage = events.get(events.size() - 2).json();
            assertThat(usage.path("choices").size()).isZero();
            assertThat(usage.path("usage").path("completion_tokens").asInt()).isEqualTo(12);
            JsonNode last = events.get(events.size() - 3).json();
            assertThat(last.path("choices").get(0).path("finish_reason").asString())
                    .isEqualTo("stop");
            List<Event> chunks = events.subList(0, events.size() - 1);
            assertThat(chunks).allSatisfy(event -> {
                assertThat(event.name()).isEmpty();
                assertThat(event.json().has("error")).isFalse();
                assertThat(event.json().path("id").asString())
                        .isEqualTo(events.getFirst().json().path("id").asString());
            });
            assertThat(chunks.subList(0, chunks.size() - 1))
                    .allSatisfy(event ->
                            assertThat(event.json().path("usage").isNull()).isTrue());
        }
    }

    @Test
    void what_a_sample_wrote_before_it_broke_is_sent_before_the_error() throws IOException {
        AtomicInteger tokens = new AtomicInteger();
        ScriptedGenerator.Pace breaks = () -> {
            if (tokens.incrementAndGet() > 6) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        try (TestServer server = TestServer.of(TestServer.says(breaks, "hm", "123456789"))) {
            List<Event> events = server.stream(CHAT, asking(", 'stream': true"));
            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(content(events.subList(0, events.size() - 1), "content")).startsWith("12");
        }
    }

    @Test
    void without_being_asked_for_usage_no_chunk_speaks_of_it() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            assertThat(server.stream(CHAT, asking(", 'stream': true")))
                    .noneMatch(event -> event.data().contains("usage"));
        }
    }

    @Test
    void several_choices_each_have_their_index() throws IOException {
        ScriptedGenerator three = new ScriptedGenerator(
                TestServer.CONTEXT,
                TestServer.TOKENIZER,
                (request, sample) -> ScriptedGenerator.script(TestServer.TOKENIZER, "", "answer " + sample),
                ScriptedGenerator.Pace.AT_ONCE);
        try (TestServer server = TestServer.of(three)) {
            JsonNode whole = server.post(CHAT, asking(", 'n': 3")).json();
            assertThat(whole.path("choices").size()).isEqualTo(3);
            assertThat(whole.path("choices")
                            .get(2)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("answer 2");
            assertThat(whole.path("choices").get(2).path("index").asInt()).isEqualTo(2);

            List<Event> events = server.stream(CHAT, asking(", 'n': 3, 'stream': true"));
            assertThat(events.stream()
                            .filter(event -> event.data().contains("finish_reason\":\"stop"))
                            .map(event -> event.json()
                                    .path("choices")
                                    .get(0)
                                    .path("index")
                                    .asInt()))
                    .containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void stop_strings_end_the_answer_before_them_and_do_not_look_at_the_thought() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("END of thought", "4END2"))) {
            Reply reply = server.post(CHAT, asking(", 'stop': ['END'], 'logprobs': true"));
            assertThat(reply.json()
                            .path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("4");
            assertThat(reply.json()
                            .path("choices")
                            .get(0)
                            .path("logprobs")
                            .path("content")
                            .size())
                    .isEqualTo(1);
            assertThat(reply.json().path("choices").get(0).path("finish_reason").asString())
                    .isEqualTo("stop");
            assertThat(content(server.stream(CHAT, asking(", 'stop': 'END', 'stream': true")), "content"))
                    .isEqualTo("4");
        }
    }

    @Test
    void log_probabilities_have_every_field_that_clients_require() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "4é"))) {
            JsonNode logProbs = server.post(CHAT, asking(", 'logprobs': true, 'top_logprobs': 1"))
                    .json()
                    .path("choices")
                    .get(0)
                    .path("logprobs");

            assertThat(logProbs.path("content").size()).isEqualTo(3);
            JsonNode four = logProbs.path("content").get(0);
            assertThat(four.path("token").asString()).isEqualTo("4");
            assertThat(four.path("logprob").asDouble()).isEqualTo(-1);
            assertThat(four.path("bytes").get(0).asInt()).isEqualTo('4');
            assertThat(four.path("top_logprobs").get(0).path("token").asString())
                    .isEqualTo("4");
            assertThat(logProbs.path("content").get(1).path("bytes").isNull()).isTrue();
        }
    }

    @Test
    void the_same_seed_gives_the_same_stream_of_randomness() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42");
        try (TestServer server = TestServer.of(model)) {
            server.post(CHAT, asking(", 'seed': 7"));
            server.post(CHAT, asking(", 'seed': 7"));
            server.post(CHAT, asking(", 'seed': 8"));
            List<GenerationRequest> requests = model.requests();
            assertThat(requests.get(0).random()).isEqualTo(requests.get(1).random());
            assertThat(requests.get(0).random()).isNotEqualTo(requests.get(2).random());
            assertThat(requests.get(0).options().cacheScope()).isEqualTo("local");
        }
    }

    @Test
    void fields_that_mean_nothing_here_are_named_in_a_header() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            assertThat(server.post(CHAT, asking(", 'thinking_token_bugdet': 5, 'user': 'me'"))
                            .header("x-zeroone-ignored-fields"))
                    .isEqualTo("thinking_token_bugdet");
        }
    }
}
