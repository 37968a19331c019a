package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.cli.model.TinyModel;

class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127.0.0.1:\\d+/v1");

    private static final JsonMapper JSON = new JsonMapper();

    private final Shell shell = new Shell();

    @Test
    @Timeout(120)
    void a_model_is_served_until_it_is_stopped(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        try (Served served = new Served(model, directory.resolve("state"))) {
            assertThat(served.post("/chat/completions", """
                            {"model": "tiny", "messages": [{"role": "user", "content": "1"}], "max_tokens": 8}""")).contains("\"object\":\"chat.completion\"");
            assertThat(served.post("/completions", """
                            {"model": "tiny", "prompt": "1+2", "echo": true, "logprobs": 0, "max_tokens": 0}""")).containsPattern("\"token_logprobs\":\\[null,-\\d");
            assertThat(served.printed()).contains("memory: weights ");
        }
        assertThat(shell.err()).contains("\"route\":\"/v1/chat/completions\",\"status\":200");
    }

    @Test
    @Timeout(120)
    void an_answer_has_the_form_of_its_schema_whatever_the_model_has_learned(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        try (Served served = new Served(model, directory.resolve("state"))) {
            JsonNode reply = JSON.readTree(served.post("/chat/completions", """
                    {"model": "tiny", "messages": [{"role": "user", "content": "1"}], "reasoning_effort": "low",
                     "response_format": {"type": "json_schema", "json_schema": {"name": "sure", "strict": true,
                      "schema": {"type": "object", "properties": {"sure": {"type": "boolean"}}, "required": ["sure"],
                      "additionalProperties": false}}}}"""));
            JsonNode message = reply.path("choices").path(0).path("message");
            assertThat(JSON.readTree(message.path("content").asString())
                            .path("sure")
                            .isBoolean())
                    .as(reply.toString())
                    .isTrue();
        }
    }

    @Test
    @Timeout(120)
    void a_thought_in_the_background_goes_on_where_the_last_server_stopped(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"), 512);
        Path state = directory.resolve("state");
        String asked = "{\"model\": \"tiny\", \"input\": \"1\", \"reasoning\": {\"effort\": \"max\"}, \"seed\": 3";
        String id;
        try (Served first = new Served(model, state)) {
            JsonNode job = JSON.readTree(first.post("/responses", asked + ", \"background\": true}"));
            assertThat(job.path("status").asString()).isEqualTo("queued");
            id = job.path("id").asString();
        }
        try (Served second = new Served(model, state)) {
            JsonNode job = second.ended(id);
            JsonNode undisturbed = JSON.readTree(second.post("/responses", asked + "}"));
            assertThat(texts(job)).isNotEmpty().isEqualTo(texts(undisturbed));
        }
    }

    @Test
    @Timeout(120)
    void what_is_kept_of_a_prompt_is_told_and_counted(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        String numbers = "1 2 3 4 5 6 7 8 9 ".repeat(4);
        String chat = "{\"model\": \"tiny\", \"reasoning_effort\": \"none\", \"max_tokens\": 4,"
                + " \"messages\": [{\"role\": \"user\", \"content\": \"" + numbers + "\"}]}";
        String response = "{\"model\": \"tiny\", \"reasoning\": {\"effort\": \"none\"}, \"max_output_tokens\": 16,"
                + " \"input\": \"" + numbers + "\"}";
        try (Served served = new Served(model, directory.resolve("state"))) {
            JsonNode first =
                    JSON.readTree(served.post("/chat/completions", chat)).path("usage");
            JsonNode second =
                    JSON.readTree(served.post("/chat/completions", chat)).path("usage");
            JsonNode third = JSON.readTree(served.post("/responses", response)).path("usage");
            assertThat(first.path("prompt_tokens_details").path("cached_tokens").asInt())
                    .isZero();
            int cached =
                    second.path("prompt_tokens_details").path("cached_tokens").asInt();
            assertThat(cached)
                    .isPositive()
                    .isLessThan(second.path("prompt_tokens").asInt());
            assertThat(third.path("input_tokens_details").path("cached_tokens").asInt())
                    .isEqualTo(cached);
            assertThat(served.metrics())
                    .contains("vllm:prefix_cache_hits_total{model_name=\"tiny\"} " + 2 * cached)
                    .containsPattern("vllm:kv_cache_usage_perc\\{model_name=\"tiny\"} 0\\.\\d");
        }
    }

    private static List<String> texts(JsonNode response) {
        return response.path("output")
                .valueStream()
                .flatMap(item -> item.path("content").valueStream())
                .map(content -> content.path("text").asString())
                .toList();
    }

    @Test
    @Timeout(120)
    void two_servers_do_not_share_a_file_of_jobs(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        try (Served _ = new Served(model, directory.resolve("state"))) {
            assertThat(shell.run(
                            "serve",
                            model.toString(),
                            "--port",
                            "0",
                            "--state",
                            directory.resolve("state").toString()))
                    .isNotZero();
            assertThat(shell.err()).startsWith("zeroone: another server uses the store");
        }
    }

    @Test
    void without_keys_it_does_not_listen_to_the_world(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        assertThat(shell.run(
                        "serve", model.toString(), "--host", "0.0.0.0", "--port", "0", "--state", directory.toString()))
                .isNotZero();
        assertThat(shell.err()).contains("keys add");
    }

    /** A server that runs until it is closed; closing it fails unless it ends well. */
    private final class Served implements AutoCloseable {
        private final CountDownLatch stop = new CountDownLatch(1);
        private final StringBuilder printed = new StringBuilder();
        private final HttpClient client = HttpClient.newHttpClient();
        private final FutureTask<Integer> serving;
        private final String address;

        Served(Path model, Path state) throws Exception {
            ServeCommand command = new ServeCommand(shell.surroundings(""), stop);
            serving = new FutureTask<>(() -> new CommandLine(command)
                    .execute(model.toString(), "--port", "0", "--thoughts", "VISIBLE", "--state", state.toString()));
            Thread.ofPlatform().start(serving);
            address = address();
        }

        /** What it prints is waited for; the test's time limit is the patience. */
        private String address() throws Exception {
            while (true) {
                printed.append(shell.out());
                Matcher found = ADDRESS.matcher(printed);
                if (found.find()) {
                    return found.group();
                }
                try {
                    throw new AssertionError(
                            "it stopped: " + serving.get(20, TimeUnit.MILLISECONDS) + " " + shell.err());
                } catch (TimeoutException e) {
                    // It still runs, and may print in a moment.
                }
            }
        }

        String printed() {
            return printed.toString();
        }

        String post(String path, String body) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /** A background response when it has ended, as its stream of events then does. */
        JsonNode ended(String id) throws Exception {
            URI response = URI.create(address + "/responses/" + id);
            send(HttpRequest.newBuilder(URI.create(response + "?stream=true&starting_after=0")));
            return JSON.readTree(send(HttpRequest.newBuilder(response)));
        }

        String metrics() throws Exception {
            return send(HttpRequest.newBuilder(URI.create(address).resolve("/metrics")));
        }

        private String send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        @Override
        public void close() throws Exception {
            client.close();
            stop.countDown();
            assertThat(serving.get()).isZero();
        }
    }
}
