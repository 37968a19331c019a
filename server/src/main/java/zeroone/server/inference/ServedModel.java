package zeroone.server.inference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import zeroone.server.http.ApiException;
import zeroone.server.schema.Grammars;
import zeroone.text.Message;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Scorer;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.template.PromptEncoder;
import zeroone.text.template.TemplateException;

/**
 * A model under the name that clients call it by.
 *
 * @param chatTemplate its source, for clients that render prompts themselves
 * @param specialTokens what reserved ids are called, by id
 * @param scorer for log-probabilities of given text, if the engine has one
 */
public record ServedModel(
        String name,
        StreamingGenerator generator,
        Tokenizer tokenizer,
        PromptEncoder prompts,
        String chatTemplate,
        Map<Integer, String> specialTokens,
        Optional<Scorer> scorer,
        EffortTable efforts,
        QuestionVerifier verifier,
        Grammars grammars,
        Instant created) {
    public ServedModel {
        Objects.requireNonNull(generator, "generator");
        Objects.requireNonNull(tokenizer, "tokenizer");
        Objects.requireNonNull(prompts, "prompts");
        Objects.requireNonNull(chatTemplate, "chatTemplate");
        specialTokens = Map.copyOf(specialTokens);
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(efforts, "efforts");
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(grammars, "grammars");
        Objects.requireNonNull(created, "created");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a served model needs a name");
        }
    }

    /**
     * The ids of a conversation, ending with the token that begins the thought.
     *
     * @throws ApiException if the model's template refuses the conversation
     */
    public int[] prompt(List<Message> messages) {
        try {
            return prompts.encode(messages);
        } catch (TemplateException e) {
            throw ApiException.invalid(
                    "messages",
                    "invalid_prompt",
                    "this model's chat template refuses the conversation: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("messages", "invalid_prompt", String.valueOf(e.getMessage()));
        }
    }

    /**
     * The ids of plain text.
     *
     * @throws ApiException if it cannot be written in this vocabulary
     */
    public int[] encode(String field, String text) {
        try {
            return tokenizer.encode(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid(field, "invalid_prompt", String.valueOf(e.getMessage()));
        }
    }
}
