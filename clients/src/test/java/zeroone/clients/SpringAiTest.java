package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.completions.CompletionUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Spring AI's chat model, without Spring's container. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringAiTest {
    private static final String THOUGHT = "3 * 7 = 21\n21 + 4 = 25";
    private static final String ANSWER = "{\"value\": \"3 * 7 + 4; 25\"}";
    private static final Prompt QUESTION =
            new Prompt(List.of(new SystemMessage("Be short."), new UserMessage("Use 3, 7 and 4 to make 25.")));

    private ModelServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = ModelServer.says(folder, THOUGHT, ANSWER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private OpenAiChatOptions.Builder options() {
        OpenAiChatOptions.Builder options = OpenAiChatOptions.builder();
        options.baseUrl(server.url());
        options.apiKey(server.key);
        options.model(ModelServer.MODEL);
        options.maxRetries(0);
        options.reasoningEffort("high");
        return options;
    }

    private static OpenAiChatModel model(OpenAiChatOptions.Builder options) {
        return OpenAiChatModel.builder().options(options.build()).build();
    }

    private static AssistantMessage message(ChatResponse reply) {
        return reply.getResults().getFirst().getOutput();
    }

    private static String text(ChatResponse reply) {
        return String.valueOf(message(reply).getText());
    }

    @Test
    void a_chat_completion_has_answer_thought_and_exact_usage() {
        ChatResponse reply = model(options()).call(QUESTION);
        assertThat(text(reply)).isEqualTo(ANSWER);
        assertThat(message(reply).getMetadata()).containsEntry("reasoningContent", THOUGHT);
        assertThat(reply.getResults().getFirst().getMetadata().getFinishReason())
                .isEqualToIgnoringCase("stop");
        assertUsage(reply);
    }

    private static void assertUsage(ChatResponse reply) {
        assertThat(reply.getMetadata().getUsage().getNativeUsage())
                .isInstanceOfSatisfying(CompletionUsage.class, usage -> {
                    assertThat(usage.completionTokens()).isEqualTo(THOUGHT.length() + ANSWER.length() + 2);
                    assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                            .contains(THOUGHT.length() + 1L);
                });
    }

    @Test
    void a_streamed_chat_completion_adds_up_to_the_same() {
        OpenAiChatOptions.Builder options = options();
        options.streamUsage(true);
        List<ChatResponse> parts =
                model(options).stream(QUESTION).collectList().blockOptional().orElseThrow();
        String answer = parts.stream()
                .filter(part -> !part.getResults().isEmpty() && message(part).getText() != null)
                .map(SpringAiTest::text)
                .collect(Collectors.joining());
        // Each part has all of the thought so far.
        String thought = parts.stream()
                .filter(part -> !part.getResults().isEmpty())
                .map(part -> String.valueOf(message(part).getMetadata().get("reasoningContent")))
                .toList()
                .getLast();
        assertThat(answer).isEqualTo(ANSWER);
        assertThat(thought).isEqualTo(THOUGHT);
        assertUsage(parts.getLast());
    }

    @Test
    void several_choices_and_stop_strings_come_as_asked() {
        OpenAiChatOptions.Builder options = options();
        options.n(2);
        options.stop(List.of(";"));
        ChatResponse reply = model(options).call(QUESTION);
        assertThat(reply.getResults())
                .extracting(result -> String.valueOf(result.getOutput().getText()))
                .containsExactly("{\"value\": \"3 * 7 + 4", "{\"value\": \"3 * 7 + 4");
    }

    @Test
    void an_answer_by_a_schema_is_bound_by_a_grammar() {
        OpenAiChatOptions.Builder options = options();
        options.responseFormat(OpenAiChatModel.ResponseFormat.builder()
                .type(OpenAiChatModel.ResponseFormat.Type.JSON_SCHEMA)
                .jsonSchema("{\"type\": \"object\", \"properties\": {\"value\": {\"type\": \"string\"}},"
                        + " \"required\": [\"value\"], \"additionalProperties\": false}")
                .strict(true)
                .build());
        assertThat(text(model(options).call(QUESTION))).isEqualTo(ANSWER);
        assertThat(server.model.requests().getLast().options().constraint()).isPresent();
    }

    @Test
    void refusals_become_the_exceptions_of_their_status() {
        OpenAiChatOptions.Builder nobody = options();
        nobody.apiKey("nobody");
        assertThatThrownBy(() -> model(nobody).call(QUESTION)).isInstanceOf(UnauthorizedException.class);
        OpenAiChatOptions.Builder missing = options();
        missing.model("missing");
        assertThatThrownBy(() -> model(missing).call(QUESTION)).isInstanceOf(NotFoundException.class);
        OpenAiChatOptions.Builder limit = options();
        limit.apiKey(server.limitedKey);
        OpenAiChatModel limited = model(limit);
        limited.call(QUESTION);
        limited.call(QUESTION);
        assertThatThrownBy(() -> limited.call(QUESTION)).isInstanceOf(RateLimitException.class);
    }
}
