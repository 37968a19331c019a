package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.clients.KeptConnection.Reply;

/**
 * Requests as clients in Python sent them to this server, byte by byte and on one connection: openai 3.22.1 and lm-eval
 * 0.4.13. What is checked of the replies is what those clients read.
 */
@Timeout(30)
class RecordedClientsTest {
    private static final String THOUGHT = "hm\n";

    @TempDir
    Path folder;

    /** A client's requests, one after the other. */
    private record Session(ModelServer server, KeptConnection connection, RecordedRequests recorded)
            implements AutoCloseable {
        Reply send(String name, String response) throws IOException {
            return connection.send(recorded.named(name).with("key", server.key).with("response", response));
        }

        JsonNode ok(String name, String response) throws IOException {
            Reply reply = send(name, response);
            assertThat(reply.status()).as("%s: %s", name, reply.body()).isEqualTo(200);
            return reply.json();
        }

        JsonNode ok(String name) throws IOException {
            return ok(name, "");
        }

        List<String> data(String name, String response) throws IOException {
            Reply reply = send(name, response);
            assertThat(reply.headers().get("content-type")).startsWith("text/event-stream");
            return reply.body()
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring(6))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            connection.close();
            server.close();
        }
    }

    private Session session(String file, String... answers) throws IOException {
        ModelServer server = ModelServer.says(folder, THOUGHT, answers);
        return new Session(server, new KeptConnection(server.uri("/")), RecordedRequests.of(file));
    }

    @Test
    void chat_completions_of_openai_python() throws IOException {
        try (Session client = session(
                "openai-python.http",
                "4 * 6",
                "4 * 6",
                "1\n2",
                "3\n4",
                "{\"verdict\": \"possible\", \"sure\": true}")) {
            assertThat(client.ok("models").path("data").get(0).path("id").asString())
                    .isEqualTo("scripted");
            JsonNode message = client.ok("chat").path("choices").get(0).path("message");
            assertThat(message.path("content").asString()).isEqualTo("4 * 6");
            assertThat(message.path("reasoning_content").asString()).isEqualTo(THOUGHT);

            List<String> chunks = client.data("chat streamed", "");
            assertThat(chunks.getLast()).isEqualTo("[DONE]");
            assertThat(chunks).noneMatch(chunk -> chunk.contains("\"error\""));
            JsonNode last = JsonMapper.shared().readTree(chunks.get(chunks.size() - 2));
            assertThat(last.path("choices").isEmpty()).isTrue();
            assertThat(last.path("usage").path("completion_tokens").asInt()).isPositive();

            JsonNode choices = client.ok("choices, stop and log probabilities").path("choices");
            assertThat(choices.size()).isEqualTo(2);
            assertThat(choices.get(1).path("message").path("content").asString())
                    .isEqualTo("3");
            assertThat(choices.get(1)
                            .path("logprobs")
                            .path("content")
                            .get(0)
                            .path("bytes")
                            .get(0)
                            .asInt())
                    .isEqualTo('3');
            assertThat(client.ok("chat by a schema")
                            .path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .contains("possible");
        }
    }

    @Test
    void responses_of_openai_python() throws IOException {
        try (Session client = session("openai-python.http", "4 * 6")) {
            JsonNode response = client.ok("response");
            assertThat(response.path("status").asString()).isEqualTo("completed");
            assertThat(response.path("usage")
                            .path("output_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isEqualTo(THOUGHT.length() + 1);
            List<String> events = client.data("response streamed", "");
            assertThat(events.getFirst()).contains("\"response.created\"");
            assertThat(events.getLast()).contains("\"response.completed\"");

            String id = client.ok("background").path("id").asString();
            List<String> rest = client.data("resumed stream", id);
            assertThat(JsonMapper.shared()
                            .readTree(rest.getFirst())
                            .path("sequence_number")
                            .asInt())
                    .isEqualTo(4);
            assertThat(client.ok("poll", id).path("status").asString()).isEqualTo("completed");
            assertThat(client.ok("cancel", id).path("status").asString()).isEqualTo("completed");
            assertThat(client.ok("input items", id)
                            .path("data")
                            .get(0)
                            .path("type")
                            .asString())
                    .isEqualTo("message");
            client.ok("delete", id);
            Reply gone = client.send("poll", id);
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.headers()).containsKey("x-request-id");
            assertThat(client.ok("input tokens").path("input_tokens").asInt()).isPositive();
        }
    }

    @Test
    void refusals_of_openai_python_name_code_and_parameter() throws IOException {
        try (Session client = session("openai-python.http", "4 * 6")) {
            Reply unknown = client.send("unknown model", "");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().path("error").path("code").asString()).isEqualTo("model_not_found");
            Reply wrong = client.send("wrong temperature", "");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("error").path("param").asString()).isEqualTo("temperature");
            assertThat(client.ok("echo").path("choices").get(0).path("text").asString())
                    .isEqualTo("3 + 4 =4 * ");
        }
    }

    /** It adds up token_logprobs[context:-1] and calls an answer greedy where each is the most of its top_logprobs. */
    @Test
    void lm_eval_scores_answers_token_by_token() throws IOException {
        try (Session client = session("lm-eval.http", "")) {
            JsonNode info = client.ok("tokenizer");
            assertThat(info.path("eos_token").asString()).isEqualTo("<|end|>");
            assertThat(info.has("bos_token") && info.has("pad_token") && info.has("chat_template"))
                    .isTrue();
            assertThat(client.ok("tokenize").path("tokens").size()).isEqualTo(9);

            JsonNode choices = client.ok("log-likelihood").path("choices");
            assertThat(choices.size()).isEqualTo(2);
            for (int i = 0; i < choices.size(); i++) {
                assertThat(choices.get(i).path("index").asInt()).isEqualTo(i);
                JsonNode logProbs = choices.get(i).path("logprobs");
                assertThat(logProbs.path("token_logprobs").size()).isEqualTo(10);
                assertThat(logProbs.path("top_logprobs").size()).isEqualTo(10);
                assertThat(logProbs.path("token_logprobs").get(0).isNull()).isTrue();
                for (int t = 7; t < 9; t++) {
                    double told = logProbs.path("token_logprobs").get(t).asDouble();
                    double most = logProbs.path("top_logprobs")
                            .get(t)
                            .valueStream()
                            .mapToDouble(JsonNode::asDouble)
                            .max()
                            .orElseThrow();
                    assertThat(told).isEqualTo(EvenScorer.UNLIKELY);
                    assertThat(most).as("not greedy").isGreaterThan(told);
                }
            }
        }
    }

    @Test
    void lm_eval_generates_from_tokens_text_and_messages() throws IOException {
        try (Session client = session("lm-eval.http", "7\n2 + 6 = 8")) {
            JsonNode choices = client.ok("generate from tokens").path("choices");
            assertThat(choices.size()).isEqualTo(2);
            assertThat(choices.get(1).path("index").asInt()).isEqualTo(1);
            assertThat(choices.get(1).path("text").asString()).isEqualTo("7");
            assertThat(client.ok("generate").path("choices").get(0).path("text").asString())
                    .isEqualTo("7");
            assertThat(client.ok("chat")
                            .path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("7");
        }
    }
}
