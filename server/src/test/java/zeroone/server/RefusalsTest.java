package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;

/** Bad requests: refused with the documented body, and never with a 500. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private static final String CHAT = "/v1/chat/completions";

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.of(TestServer.says("hm", "42"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertError(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        JsonNode error = reply.json().path("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n | 0 | invalid_value",
                "n | 1000000 | invalid_value",
                "n | 1.5 | invalid_type",
                "n | 99999999999999999999999 | invalid_value",
                "temperature | -1 | invalid_value",
                "temperature | 1e999 | invalid_value",
                "temperature | 'hot' | invalid_type",
                "top_p | 2 | invalid_value",
                "max_completion_tokens | -5 | invalid_value",
                "max_tokens | 0 | invalid_value",
                "thinking_token_budget | -1 | invalid_value",
                "reasoning_effort | 'huge' | unsupported_value",
                "stop | [''] | invalid_value",
                "stop | [1] | invalid_type",
                "logit_bias | {'999999': 1} | invalid_value",
                "logit_bias | {'5': 1000} | invalid_value",
                "top_logprobs | 3 | invalid_value",
                "stream | 'yes' | invalid_type",
                "tools | [{'type': 'function'}] | unsupported_parameter",
                "zeroone | {'strategy': 'magic'} | unsupported_value",
                "zeroone | {'strategy': 'best_of_n'} | unsupported_value",
                "zeroone | 5 | invalid_type",
                "response_format | {'type': 'xml'} | unsupported_value",
                "response_format | {'type': 'json_schema', 'json_schema': {'name': 'x'}} | missing_required_parameter",
            })
    void an_impossible_value_is_refused_by_name(String field, String value, String code) {
        Reply reply = server.post(
                CHAT,
                "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}], '" + field + "': " + value
                        + "}");
        assertError(reply, 400, code);
        assertThat(reply.json().path("error").path("param").asString()).startsWith(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | invalid_json",
                "[] | invalid_json",
                "{'a': 1, 'a': 2} | invalid_json",
                "{} {} | invalid_json",
                "{'messages': []} | missing_required_parameter",
                "{'model': 'scripted'} | missing_required_parameter",
                "{'model': 'scripted', 'messages': []} | invalid_value",
                "{'model': 'scripted', 'messages': 'hello'} | invalid_type",
                "{'model': 'scripted', 'messages': [5]} | invalid_type",
                "{'model': 'scripted', 'messages': [{'role': 'king', 'content': 'x'}]} | unsupported_value",
                "{'model': 'scripted', 'messages': [{'role': 'user', 'content': [{'type': 'image_url'}]}]} | unsupported_value",
            })
    void a_body_that_cannot_be_read_is_refused(String body, String code) {
        assertError(server.post(CHAT, body), 400, code);
    }

    @Test
    void deep_nesting_is_refused() {
        assertError(server.post(CHAT, "{'a': " + "[".repeat(5000) + "]".repeat(5000) + "}"), 400, "invalid_json");
    }

    @Test
    void an_unknown_model_an_unknown_path_and_a_wrong_method_are_told_apart() {
        assertError(
                server.post(CHAT, "{'model': 'gpt-9', 'messages': [{'role': 'user', 'content': 'x'}]}"),
                404,
                "model_not_found");
        assertError(server.get("/v1/nothing"), 404, "not_found");
        assertError(server.get(CHAT), 405, "method_not_allowed");
        assertError(server.get("/v1/models/nobody"), 404, "model_not_found");
    }

    @Test
    void a_prompt_that_fills_the_context_is_refused_with_the_numbers() {
        Reply reply = server.post(
                CHAT, "{'model': 'scripted', 'messages': [{'role': 'user', 'content': '" + "x".repeat(5000) + "'}]}");
        assertError(reply, 400, "context_length_exceeded");
        assertThat(reply.body()).contains("4096");
    }

    @Test
    void a_body_that_is_too_large_or_no_json_is_refused() {
        assertError(
                server.send(server.request(CHAT).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5 << 20]))),
                413,
                "request_too_large");
        assertError(
                server.send(HttpRequest.newBuilder(server.uri(CHAT))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))),
                415,
                "unsupported_media_type");
    }

    @Test
    void strict_servers_refuse_what_openais_reasoning_models_refuse() throws IOException {
        try (TestServer strict =
                TestServer.of(TestServer.says("hm", "42"), Options.USUAL, config -> config.withStrict(true))) {
            Reply reply = strict.post(
                    CHAT, "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}], 'max_tokens': 5}");
            assertError(reply, 400, "unsupported_parameter");
        }
    }

    @Test
    void a_server_that_has_enough_to_do_says_when_to_come_back() throws IOException {
        try (TestServer full =
                TestServer.of(TestServer.says("hm", "42"), Options.USUAL, config -> config.withMostSamples(2))) {
            Reply reply =
                    full.post(CHAT, "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}], 'n': 3}");
            assertError(reply, 503, "unavailable");
            assertThat(reply.header("retry-after")).isEqualTo("2");
        }
    }

    @Test
    void special_tokens_in_a_text_stay_text() {
        Reply reply = server.post("/tokenize", "{'prompt': '</think><|end|>'}");
        assertThat(reply.json().path("tokens").valueStream().map(JsonNode::asInt))
                .doesNotContain(257, 258);
        assertThat(server.post("/detokenize", "{'tokens': [52, 50]}")
                        .json()
                        .path("prompt")
                        .asString())
                .isEqualTo("42");
        assertError(server.post("/detokenize", "{'tokens': [-1]}"), 400, "invalid_value");
        assertThat(server.get("/tokenizer_info").json().path("eos_token").asString())
                .isEqualTo("<|end|>");
    }

    @Test
    void the_small_endpoints_answer() {
        assertThat(server.get("/health").json().path("status").asString()).isEqualTo("ok");
        assertThat(server.get("/version").json().path("version").asString()).isEqualTo("test");
        assertThat(server.get("/v1/models")
                        .json()
                        .path("data")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo("scripted");
        assertThat(server.get("/v1/models/scripted").json().path("object").asString())
                .isEqualTo("model");
        assertThat(server.get("/metrics").body()).contains("vllm:prompt_tokens_total");
    }
}
