package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeroone.clients.OpenAiJavaClients.ANSWER;
import static zeroone.clients.OpenAiJavaClients.THOUGHT;
import static zeroone.clients.OpenAiJavaClients.assertResponse;
import static zeroone.clients.OpenAiJavaClients.response;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.models.Model;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseStreamEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's client for Java, with its own check of every reply switched on. */
@Timeout(60)
class OpenAiJavaTest {
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

    private static ChatCompletionCreateParams.Builder chat() {
        return ChatCompletionCreateParams.builder()
                .model(ModelServer.MODEL)
                .addDeveloperMessage("Be short.")
                .addUserMessage("Use 3, 7 and 4 to make 25.")
                .reasoningEffort(ReasoningEffort.HIGH);
    }

    private static Optional<String> thought(Map<String, JsonValue> fields) {
        return Optional.ofNullable(fields.get("reasoning_content")).map(JsonValue::asStringOrThrow);
    }

    @Test
    void a_chat_completion_has_answer_thought_and_exact_usage() throws IOException {
        ChatCompletion reply = clients.client(clients.server(ANSWER))
                .chat()
                .completions()
                .create(chat().seed(7).build());

        ChatCompletion.Choice choice = reply.choices().getFirst();
        assertThat(choice.message().content()).contains(ANSWER);
        assertThat(thought(choice.message()._additionalProperties())).contains(THOUGHT);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertUsage(reply.usage());
    }

    private static void assertUsage(Optional<CompletionUsage> told) {
        CompletionUsage usage = told.orElseThrow();
        long reasoning = THOUGHT.length() + 1;
        assertThat(usage.completionTokens()).isEqualTo(reasoning + ANSWER.length() + 1);
        assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                .contains(reasoning);
        assertThat(usage.totalTokens()).isEqualTo(usage.promptTokens() + usage.completionTokens());
    }

    @Test
    void a_streamed_chat_completion_adds_up_to_the_same() throws IOException {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        StringBuilder thought = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> stream = clients.client(clients.server(ANSWER))
                .chat()
                .completions()
                .createStreaming(chat().streamOptions(ChatCompletionStreamOptions.builder()
                                .includeUsage(true)
                                .build())
                        .build())) {
            stream.stream()
                    .peek(whole::accumulate)
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> thought(choice.delta()._additionalProperties()).stream())
                    .forEach(thought::append);
        }
        assertThat(thought).hasToString(THOUGHT);
        assertThat(whole.chatCompletion().choices().getFirst().message().content())
                .contains(ANSWER);
        assertUsage(whole.chatCompletion().usage());
    }

    @Test
    void several_choices_stop_strings_and_log_probabilities_come_as_asked() throws IOException {
        ChatCompletion reply = clients.client(clients.server("one;two", "three;four"))
                .chat()
                .completions()
                .create(chat().n(2)
                        .stopOfStrings(List.of(";", "never"))
                        .logprobs(true)
                        .topLogprobs(1)
                        .build());
        assertThat(reply.choices())
                .extracting(choice -> choice.message().content().orElseThrow())
                .containsExactly("one", "three");
        var tokens =
                reply.choices().getFirst().logprobs().orElseThrow().content().orElseThrow();
        assertThat(tokens).extracting(token -> token.token()).containsExactly("o", "n", "e");
        assertThat(tokens.getFirst().topLogprobs()).hasSize(1);
    }

    /** What the schema of an answer is made from. */
    static class Equation {
        public String left = "";
        public int right;
        public List<Integer> numbers = List.of();
    }

    @Test
    void an_answer_by_a_schema_made_from_a_class_becomes_an_object_of_it() throws IOException {
        ModelServer server = clients.server("{\"left\": \"3 * 7 + 4\", \"right\": 25, \"numbers\": [3, 7, 4]}");
        Equation equation = clients.client(server)
                .chat()
                .completions()
                .create(chat().responseFormat(Equation.class).build())
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
        assertThat(equation.left).isEqualTo("3 * 7 + 4");
        assertThat(equation.right).isEqualTo(25);
        assertThat(equation.numbers).containsExactly(3, 7, 4);
        assertThat(server.model.requests().getLast().options().constraint()).isPresent();

        Equation again = clients.client(server)
                .responses()
                .create(response().text(Equation.class).build())
                .output()
                .getLast()
                .message()
                .orElseThrow()
                .content()
                .getFirst()
                .outputText()
                .orElseThrow();
        assertThat(again.right).isEqualTo(25);
        assertThat(server.model.requests())
                .allSatisfy(
                        request -> assertThat(request.options().constraint()).isPresent());
    }

    @Test
    void a_response_has_a_reasoning_item_and_a_message() throws IOException {
        Response response = clients.client(clients.server(ANSWER))
                .responses()
                .create(response()
                        .reasoning(Reasoning.builder()
                                .effort(ReasoningEffort.HIGH)
                                .summary(Reasoning.Summary.AUTO)
                                .build())
                        .store(false)
                        .addInclude(ResponseIncludable.REASONING_ENCRYPTED_CONTENT)
                        .build());
        assertResponse(response);
        assertThat(response.output().getFirst().asReasoning().encryptedContent())
                .isPresent();
    }

    @Test
    void a_streamed_response_adds_up_to_the_same() throws IOException {
        ResponseAccumulator whole = ResponseAccumulator.createWithSnapshots();
        StringBuilder answer = new StringBuilder();
        StringBuilder thought = new StringBuilder();
        try (StreamResponse<ResponseStreamEvent> stream = clients.client(clients.server(ANSWER))
                .responses()
                .createStreaming(response().build())) {
            stream.stream().peek(whole::accumulate).forEach(event -> {
                event.outputTextDelta().ifPresent(delta -> answer.append(delta.delta()));
                event.reasoningTextDelta().ifPresent(delta -> thought.append(delta.delta()));
            });
        }
        assertThat(answer).hasToString(ANSWER);
        assertThat(thought).hasToString(THOUGHT);
        assertResponse(whole.response());
        assertResponse(whole.reconstructedResponse());
    }

    @Test
    void models_are_listed() throws IOException {
        OpenAIClient client = clients.client(clients.server(ANSWER));
        assertThat(client.models().list().data()).extracting(Model::id).containsExactly(ModelServer.MODEL);
        assertThat(client.models().retrieve(ModelServer.MODEL).ownedBy()).isNotEmpty();
    }

    @Test
    void refusals_become_the_exceptions_of_their_status() throws IOException {
        ModelServer server = clients.server(ANSWER);
        OpenAIClient client = clients.client(server);
        assertThatThrownBy(() ->
                        clients.client(server, "sk-nobody").chat().completions().create(chat().build()))
                .isInstanceOfSatisfying(
                        UnauthorizedException.class,
                        refusal -> assertThat(refusal.code()).contains("invalid_api_key"));
        assertThatThrownBy(() -> client.chat()
                        .completions()
                        .create(chat().model("nobody").build()))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        refusal -> assertThat(refusal.code()).contains("model_not_found"));
        assertThatThrownBy(() -> client.chat()
                        .completions()
                        .create(chat().temperature(-1).build()))
                .isInstanceOfSatisfying(BadRequestException.class, refusal -> {
                    assertThat(refusal.param()).contains("temperature");
                    assertThat(refusal.headers().values("x-request-id")).hasSize(1);
                });
        OpenAIClient limited = clients.client(server, server.limitedKey);
        limited.chat().completions().create(chat().build());
        limited.chat().completions().create(chat().build());
        assertThatThrownBy(() -> limited.chat().completions().create(chat().build()))
                .isInstanceOfSatisfying(RateLimitException.class, refusal -> {
                    assertThat(refusal.code()).contains("rate_limit_exceeded");
                    assertThat(Integer.parseInt(
                                    refusal.headers().values("retry-after").getFirst()))
                            .isBetween(1, 60);
                });
    }
}
