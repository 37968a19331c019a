package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j as it comes: over the JDK's HTTP client, which asks for HTTP/2. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LangChain4jTest {
    private static final String THOUGHT = "3 * 7 = 21\n21 + 4 = 25";
    private static final String ANSWER = "{\"value\": \"3 * 7 + 4; 25\"}";
    private static final List<ChatMessage> QUESTION =
            List.of(SystemMessage.from("Be short."), UserMessage.from("Use 3, 7 and 4 to make 25."));

    private ModelServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = ModelServer.says(folder, THOUGHT, ANSWER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private OpenAiChatModel.OpenAiChatModelBuilder chat(String key) {
        return OpenAiChatModel.builder()
                .baseUrl(server.url())
                .apiKey(key)
                .modelName(ModelServer.MODEL)
                .returnThinking(true)
                .maxRetries(0);
    }

    /** What a stream told, and how it ended. */
    private static final class Reader implements StreamingChatResponseHandler {
        final StringBuilder thought = new StringBuilder();
        final StringBuilder answer = new StringBuilder();
        private final CompletableFuture<ChatResponse> ended = new CompletableFuture<>();

        @Override
        public void onPartialThinking(PartialThinking part) {
            thought.append(part.text());
        }

        @Override
        public void onPartialResponse(String part) {
            answer.append(part);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            ended.complete(response);
        }

        @Override
        public void onError(Throwable failure) {
            ended.completeExceptionally(failure);
        }

        ChatResponse read(StreamingChatModel model) {
            model.chat(ChatRequest.builder().messages(QUESTION).build(), this);
            return ended.join();
        }
    }

    private static void assertReply(ChatResponse reply) {
        assertThat(reply.aiMessage().text()).isEqualTo(ANSWER);
        assertThat(reply.aiMessage().thinking()).isEqualTo(THOUGHT);
        assertThat(reply.finishReason()).isEqualTo(FinishReason.STOP);
        assertReasoning(reply);
    }

    private static void assertReasoning(ChatResponse reply) {
        assertThat(reply.tokenUsage()).isInstanceOfSatisfying(OpenAiTokenUsage.class, usage -> {
            assertThat(usage.outputTokenCount()).isEqualTo(THOUGHT.length() + ANSWER.length() + 2);
            assertThat(usage.outputTokensDetails().reasoningTokens()).isEqualTo(THOUGHT.length() + 1);
        });
    }

    @Test
    void a_chat_completion_has_answer_thought_and_exact_usage() {
        assertReply(chat(server.key).build().chat(QUESTION));
    }

    @Test
    void a_thought_that_is_sent_back_is_accepted() {
        OpenAiChatModel model = chat(server.key).sendThinking(true).build();
        AiMessage first = model.chat(QUESTION).aiMessage();
        assertReply(model.chat(QUESTION.getFirst(), QUESTION.getLast(), first, UserMessage.from("Sure?")));
    }

    @Test
    void a_streamed_chat_completion_tells_the_same() {
        Reader reader = new Reader();
        ChatResponse reply = reader.read(OpenAiStreamingChatModel.builder()
                .baseUrl(server.url())
                .apiKey(server.key)
                .modelName(ModelServer.MODEL)
                .returnThinking(true)
                .build());
        assertReply(reply);
        assertThat(reader.thought).hasToString(THOUGHT);
        assertThat(reader.answer).hasToString(ANSWER);
    }

    @Test
    void a_response_tells_the_same() {
        ChatResponse reply = OpenAiResponsesChatModel.builder()
                .baseUrl(server.url())
                .apiKey(server.key)
                .modelName(ModelServer.MODEL)
                .reasoningEffort("high")
                .include(List.of("reasoning.encrypted_content"))
                .build()
                .chat(QUESTION);
        assertThat(reply.aiMessage().text()).isEqualTo(ANSWER);
        assertReasoning(reply);
    }

    @Test
    void a_streamed_response_tells_a_thought_once() {
        Reader reader = new Reader();
        ChatResponse reply = reader.read(OpenAiResponsesStreamingChatModel.builder()
                .baseUrl(server.url())
                .apiKey(server.key)
                .modelName(ModelServer.MODEL)
                .build());
        assertThat(reader.answer).hasToString(ANSWER);
        assertThat(reader.thought).hasToString(THOUGHT);
        assertReasoning(reply);
    }

    @Test
    void an_answer_by_a_schema_is_bound_by_a_grammar() {
        ResponseFormat format = ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("Equation")
                        .rootElement(JsonObjectSchema.builder()
                                .addStringProperty("value", "left and right side")
                                .required("value")
                                .build())
                        .build())
                .build();
        String answer = chat(server.key)
                .responseFormat(format)
                .strictJsonSchema(true)
                .build()
                .chat(QUESTION)
                .aiMessage()
                .text();
        assertThat(answer).isEqualTo(ANSWER);
        assertThat(server.model.requests().getLast().options().constraint()).isPresent();
    }

    @Test
    void stop_strings_stop() {
        ChatResponse reply = chat(server.key).stop(List.of(";")).build().chat(QUESTION);
        assertThat(reply.aiMessage().text()).isEqualTo("{\"value\": \"3 * 7 + 4");
        assertThat(reply.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void an_answer_that_meets_its_limit_says_so() {
        ChatResponse reply = chat(server.key).maxCompletionTokens(30).build().chat(QUESTION);
        assertThat(reply.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.tokenUsage().outputTokenCount()).isEqualTo(30);
    }

    @Test
    void refusals_become_the_exceptions_of_their_kind() {
        assertThatThrownBy(() -> chat("nobody").build().chat(QUESTION)).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> chat(server.key).modelName("nobody").build().chat(QUESTION))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("model_not_found");
        assertThatThrownBy(() -> chat(server.key).temperature(-1.0).build().chat(QUESTION))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("temperature");
        OpenAiChatModel limited = chat(server.limitedKey).build();
        limited.chat(QUESTION);
        limited.chat(QUESTION);
        assertThatThrownBy(() -> limited.chat(QUESTION)).isInstanceOf(RateLimitException.class);
    }
}
