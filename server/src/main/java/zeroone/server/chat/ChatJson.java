package zeroone.server.chat;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.inference.Contest;
import zeroone.server.inference.LogProbJson;
import zeroone.server.inference.ReasoningField;
import zeroone.server.inference.SampleReply;
import zeroone.server.inference.ServedModel;
import zeroone.server.inference.Settings;
import zeroone.server.inference.TokenLogProb;
import zeroone.server.inference.Usage;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;

/** Bodies and chunks of one chat completion. */
record ChatJson(
        String id,
        long created,
        ServedModel model,
        ReasoningField reasoningField,
        ThoughtVisibility thoughts,
        boolean logProbs) {
    static String finishReason(FinishReason reason) {
        return switch (reason) {
            case STOP, STOP_STRING, STOP_TOKEN -> "stop";
            // Whoever ended it early has an answer that goes no further.
            case LENGTH, CANCELLED, ERROR -> "length";
        };
    }

    private ObjectNode envelope(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model.name())
                .put("system_fingerprint", "zeroone");
    }

    /** A chunk with one choice, which the caller fills. */
    private ObjectNode chunk(int index, ObjectNode delta, Optional<String> finish, List<TokenLogProb> tokens) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", index);
        choice.set("delta", delta);
        putLogProbs(choice, tokens);
        choice.put("finish_reason", finish.orElse(null));
        return chunk;
    }

    ObjectNode first(int index) {
        return chunk(index, Json.object().put("role", "assistant").put("content", ""), Optional.empty(), List.of());
    }

    ObjectNode thought(int index, String text) {
        ObjectNode delta = Json.object();
        reasoningField.put(delta, text);
        return chunk(index, delta, Optional.empty(), List.of());
    }

    ObjectNode answer(int index, String text, List<TokenLogProb> tokens) {
        return chunk(index, Json.object().put("content", text), Optional.empty(), tokens);
    }

    ObjectNode last(int index, Completion completion) {
        return chunk(index, Json.object(), Optional.of(finishReason(completion.finishReason())), List.of());
    }

    /** The chunk after the last, without choices. */
    ObjectNode usage(Usage usage, ObjectNode vendor) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunk.putArray("choices");
        chunk.set("usage", usage(usage));
        chunk.set("zeroone", vendor);
        return chunk;
    }

    ObjectNode body(List<SampleReply> replies, List<Completion> completions, Usage usage, ObjectNode vendor) {
        ObjectNode body = envelope("chat.completion");
        ArrayNode choices = body.putArray("choices");
        for (int i = 0; i < replies.size(); i++) {
            SampleReply reply = replies.get(i);
            ObjectNode choice = choices.addObject().put("index", i);
            ObjectNode message = choice.putObject("message")
                    .put("role", "assistant")
                    .put("content", reply.answer())
                    .putNull("refusal");
            if (!reply.thought().isEmpty()) {
                reasoningField.put(message, shownThought(reply.thought()));
            }
            putLogProbs(choice, reply.tokens());
            choice.put("finish_reason", finishReason(completions.get(i).finishReason()));
        }
        body.set("usage", usage(usage));
        body.set("zeroone", vendor);
        return body;
    }

    /** Lines of a summary end with a line break; pieces of a thought have their own. */
    String shownThought(List<String> parts) {
        return thoughts == ThoughtVisibility.SUMMARY
                ? String.join("\n", parts) + (parts.isEmpty() ? "" : "\n")
                : String.join("", parts);
    }

    private void putLogProbs(ObjectNode choice, List<TokenLogProb> tokens) {
        if (!logProbs) {
            choice.putNull("logprobs");
            return;
        }
        ObjectNode node = choice.putObject("logprobs");
        LogProbJson.write(tokens, model.tokenizer(), node.putArray("content"));
        node.putNull("refusal");
    }

    static ObjectNode usage(Usage usage) {
        ObjectNode node = Json.object()
                .put("prompt_tokens", usage.prompt())
                .put("completion_tokens", usage.completion())
                .put("total_tokens", usage.total());
        node.putObject("prompt_tokens_details")
                .put("cached_tokens", usage.cached())
                .put("audio_tokens", 0);
        node.putObject("completion_tokens_details")
                .put("reasoning_tokens", usage.reasoning())
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0)
                .put("audio_tokens", 0);
        return node;
    }

    /** What OpenAI's API has no words for: how the thought was limited, and what was spent on choosing. */
    static ObjectNode vendor(
            Settings settings,
            int thinkingBudget,
            List<Completion> completions,
            int samples,
            Optional<Contest.Outcome> outcome) {
        ObjectNode node = Json.object()
                .put("seed", settings.seed())
                .put("thinking_budget", thinkingBudget)
                .put("thinking_forced", completions.stream().anyMatch(Completion::closeForced))
                .put("strategy", settings.strategy().wire())
                .put("samples", samples);
        outcome.ifPresent(won -> node.put("samples_finished", won.finished())
                .put("votes", won.votes())
                .put("stop_reason", won.reason()));
        return node;
    }
}
