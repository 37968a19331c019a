package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeroone.clients.OpenAiJavaClients.ANSWER;
import static zeroone.clients.OpenAiJavaClients.assertResponse;
import static zeroone.clients.OpenAiJavaClients.response;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Responses that OpenAI's client for Java comes back to: in the background, or as the beginning of a conversation. */
@Timeout(60)
class OpenAiJavaBackgroundTest {
    @TempDir
    Path folder;

    private OpenAiJavaClients clients = new OpenAiJavaClients(Path.of(""));

    @BeforeEach
    void open() {
        clients = new OpenAiJavaClients(folder);
    }

    @AfterEach
    void close() throws Exception {
        clients.close();
    }

    @Test
    void a_background_response_is_polled_streamed_and_deleted() throws IOException {
        Semaphore pace = new Semaphore(5);
        OpenAIClient client = clients.client(clients.server(pace::acquire, ANSWER));
        Response begun = client.responses().create(response().background(true).build());
        assertThat(begun.status().orElseThrow()).isIn(ResponseStatus.QUEUED, ResponseStatus.IN_PROGRESS);
        assertThat(client.responses().retrieve(begun.id()).status().orElseThrow())
                .isIn(ResponseStatus.QUEUED, ResponseStatus.IN_PROGRESS);

        pace.release(10_000);
        ResponseAccumulator whole = ResponseAccumulator.create();
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().retrieveStreaming(begun.id())) {
            stream.stream().forEach(whole::accumulate);
        }
        assertResponse(whole.response());
        assertResponse(client.responses().retrieve(begun.id()));

        client.responses().delete(begun.id());
        assertThatThrownBy(() -> client.responses().retrieve(begun.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_stream_of_a_background_response_goes_on_after_the_last_event_that_was_read() throws IOException {
        OpenAIClient client = clients.client(clients.server(ANSWER));
        Response begun = client.responses().create(response().background(true).build());
        List<ResponseStreamEvent> all;
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().retrieveStreaming(begun.id())) {
            all = stream.stream().toList();
        }
        try (StreamResponse<ResponseStreamEvent> stream = client.responses()
                .retrieveStreaming(ResponseRetrieveParams.builder()
                        .responseId(begun.id())
                        .startingAfter(4)
                        .build())) {
            assertThat(stream.stream().toList()).isEqualTo(all.subList(5, all.size()));
        }
    }

    @Test
    void a_background_response_is_cancelled_and_again() throws IOException {
        Semaphore pace = new Semaphore(5);
        OpenAIClient client = clients.client(clients.server(pace::acquire, ANSWER));
        Response begun = client.responses().create(response().background(true).build());
        client.responses().cancel(begun.id());
        pace.release(10_000);
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().retrieveStreaming(begun.id())) {
            assertThat(stream.stream().count()).isPositive();
        }
        assertThat(client.responses().cancel(begun.id()).status()).contains(ResponseStatus.CANCELLED);
        assertThat(client.responses().retrieve(begun.id()).status()).contains(ResponseStatus.CANCELLED);
    }

    @Test
    void a_conversation_goes_on_from_the_previous_response() throws IOException {
        ModelServer server = clients.server(ANSWER);
        OpenAIClient client = clients.client(server);
        Response first = client.responses().create(response().build());
        client.responses()
                .create(response()
                        .input("And 26?")
                        .previousResponseId(first.id())
                        .build());
        assertThat(server.model.requests().getLast().prompt().length)
                .isGreaterThan(server.model.requests().getFirst().prompt().length + ANSWER.length());
        assertThat(client.responses().inputItems().list(first.id()).data()).hasSize(1);
    }
}
