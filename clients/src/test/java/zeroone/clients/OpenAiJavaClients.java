package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zeroone.testkit.ScriptedGenerator;

/** Servers and OpenAI's clients for Java of them, closed together, and a question that they all answer alike. */
final class OpenAiJavaClients implements AutoCloseable {
    static final String THOUGHT = "3 * 7 = 21\n21 + 4 = 25";
    static final String ANSWER = "3 * 7 + 4";

    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    OpenAiJavaClients(Path folder) {
        this.folder = folder;
    }

    ModelServer server(String... answers) throws IOException {
        return server(ScriptedGenerator.Pace.AT_ONCE, answers);
    }

    ModelServer server(ScriptedGenerator.Pace pace, String... answers) throws IOException {
        ModelServer server = ModelServer.says(folder, pace, THOUGHT, answers);
        open.add(server);
        return server;
    }

    OpenAIClient client(ModelServer server) {
        return client(server, server.key);
    }

    OpenAIClient client(ModelServer server, String key) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(server.url())
                .apiKey(key)
                .maxRetries(0)
                .responseValidation(true)
                .build();
        open.add(client::close);
        return client;
    }

    static ResponseCreateParams.Builder response() {
        return ResponseCreateParams.builder().model(ModelServer.MODEL).input("Use 3, 7 and 4 to make 25.");
    }

    static void assertResponse(Response response) {
        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(response.output()).hasSize(2);
        assertThat(response.output().getFirst().isReasoning()).isTrue();
        assertThat(response.output()
                        .getLast()
                        .asMessage()
                        .content()
                        .getFirst()
                        .asOutputText()
                        .text())
                .isEqualTo(ANSWER);
        assertThat(response.usage().orElseThrow().outputTokensDetails().reasoningTokens())
                .isEqualTo(THOUGHT.length() + 1);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }
}
