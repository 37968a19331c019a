package zeroone.server.completions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.http.PatientReply;
import zeroone.server.http.Silence;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.SampleReply;
import zeroone.server.inference.Services;
import zeroone.server.inference.TokenLogProb;
import zeroone.server.inference.Usage;
import zeroone.server.route.Endpoint;
import zeroone.server.thought.ShownThought;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Scorer;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenStream;

/** {@code POST /v1/completions}. */
public final class CompletionEndpoint implements Endpoint {
    private final Services services;

    public CompletionEndpoint(Services services) {
        this.services = services;
    }

    /** One finished text. */
    private record Text(String text, List<TokenLogProb> tokens, String finishReason) {}

    @Override
    public void answer(Exchange exchange, Caller caller) throws IOException, InterruptedException {
        CompletionRequest asked = CompletionRequest.read(exchange.body(), services.models(), caller, services.random());
        String id = services.id("cmpl");
        if (asked.stream()) {
            if (asked.prompts().size() > 1) {
                throw ApiException.invalid("prompt", "unsupported_value", "a stream completes one prompt at a time");
            }
            try (LiveReply reply = open(asked, 0, caller, id)) {
                new CompletionStream(asked, id, created(), reply, services).send(exchange);
            }
            return;
        }
        List<Optional<ContinuationScore>> scores = asked.echo() ? scores(asked, caller.tenant()) : List.of();
        if (asked.most() == 0) {
            int read =
                    asked.prompts().stream().mapToInt(prompt -> prompt.length).sum();
            services.inference().spent(caller, asked.model(), new Usage(read, 0, 0, 0));
        }
        PatientReply patient = new PatientReply(exchange);
        List<LiveReply> replies = new ArrayList<>();
        try {
            for (int p = 0; p < asked.prompts().size() && asked.most() > 0; p++) {
                replies.add(open(asked, p, caller, id + "_" + p));
            }
            patient.end(body(asked, id, scores, replies, patient));
        } catch (ApiException error) {
            patient.end(error);
        } finally {
            replies.forEach(LiveReply::close);
        }
    }

    private long created() {
        return services.clock().instant().getEpochSecond();
    }

    private LiveReply open(CompletionRequest asked, int prompt, Caller caller, String id) {
        return services.inference().open(caller, id, asked.model(), asked.request(prompt, caller.tenant()), 0);
    }

    private static List<Optional<ContinuationScore>> scores(CompletionRequest asked, String tenant) {
        Scorer scorer = asked.model()
                .scorer()
                .orElseThrow(() -> ApiException.invalid(
                        "echo", "unsupported_parameter", "this model's engine cannot score a given text"));
        List<Continuation> continuations = asked.prompts().stream()
                .filter(prompt -> prompt.length > 1)
                .map(prompt -> new Continuation(Arrays.copyOf(prompt, 1), Arrays.copyOfRange(prompt, 1, prompt.length)))
                .toList();
        List<ContinuationScore> scored = new ArrayList<>(scorer.score(continuations, Priority.BATCH, tenant));
        return asked.prompts().stream()
                .map(prompt ->
                        prompt.length > 1 ? Optional.of(scored.removeFirst()) : Optional.<ContinuationScore>empty())
                .toList();
    }

    private ObjectNode body(
            CompletionRequest asked,
            String id,
            List<Optional<ContinuationScore>> scores,
            List<LiveReply> replies,
            PatientReply patient)
            throws IOException, InterruptedException {
        ObjectNode body = Json.object()
                .put("id", id)
                .put("object", "text_completion")
                .put("created", created())
                .put("model", asked.model().name());
        ArrayNode choices = body.putArray("choices");
        Usage usage = Usage.NONE;
        for (int p = 0; p < asked.prompts().size(); p++) {
            List<Text> texts = new ArrayList<>();
            if (replies.isEmpty()) {
                texts.add(new Text("", List.of(), "length"));
                usage = usage.plus(new Usage(asked.prompts().get(p).length, 0, 0, 0));
            } else {
                texts.addAll(read(asked, replies.get(p), patient));
                usage = usage.plus(replies.get(p).usage());
            }
            for (Text text : texts) {
                choice(asked, p, scores, text, choices);
            }
        }
        body.set("usage", usage(usage));
        return body;
    }

    private static void choice(
            CompletionRequest asked,
            int prompt,
            List<Optional<ContinuationScore>> scores,
            Text text,
            ArrayNode choices) {
        int[] ids = asked.prompts().get(prompt);
        String echoed = asked.echo() ? asked.model().tokenizer().decode(ids) : "";
        ObjectNode choice = choices.addObject().put("index", choices.size() - 1).put("text", echoed + text.text());
        if (asked.logProbs().isPresent()) {
            LegacyLogProbs logProbs = new LegacyLogProbs(asked.model().tokenizer());
            if (asked.echo()) {
                logProbs.addPrompt(ids, scores.get(prompt));
            }
            logProbs.add(text.tokens());
            choice.set("logprobs", logProbs.json());
        } else {
            choice.putNull("logprobs");
        }
        choice.put("finish_reason", text.finishReason());
    }

    private List<Text> read(CompletionRequest asked, LiveReply reply, PatientReply patient)
            throws IOException, InterruptedException {
        Map<Integer, SampleReply> replies = new TreeMap<>();
        Map<Integer, List<TokenLogProb>> ends = new TreeMap<>();
        Silence silence = new Silence(services.keepAlive(), services.nanoTime());
        while (!reply.done()) {
            Optional<TokenStream.Item> item = reply.poll(services.keepAlive(), () -> {});
            if (silence.tooLong()) {
                patient.keepAlive();
            }
            if (item.isPresent()) {
                int sample = item.get().sample();
                replies.computeIfAbsent(sample, _ -> text(asked)).accept(item.get());
                if (item.get() instanceof TokenStream.Token token) {
                    endOfTurn(asked, token.event()).ifPresent(end -> ends.put(sample, List.of(end)));
                }
            }
        }
        List<Text> texts = new ArrayList<>();
        for (Completion completion : reply.completions()) {
            services.inference().metrics().sampleEnded(asked.model().name(), completion);
            if (completion.finishReason() == FinishReason.ERROR) {
                throw ApiException.failed("this sample could not go on; others are not affected");
            }
            int sample = texts.size();
            SampleReply done = replies.computeIfAbsent(sample, _ -> text(asked));
            // Scorers of text count on the generated token, even where it only ends the turn.
            List<TokenLogProb> tokens = new ArrayList<>(done.tokens());
            if (asked.echo()) {
                tokens.addAll(ends.getOrDefault(sample, List.of()));
            }
            texts.add(new Text(done.answer(), tokens, CompletionStream.finishReason(completion)));
        }
        return texts;
    }

    static SampleReply text(CompletionRequest asked) {
        return new SampleReply(asked.model().tokenizer(), asked.stop(), new ShownThought.Hidden());
    }

    private static Optional<TokenLogProb> endOfTurn(CompletionRequest asked, TokenEvent event) {
        return event.token() == asked.model().tokenizer().reserved().endOfTurn()
                ? Optional.of(new TokenLogProb(event.token(), event.rawLogProb(), event.alternatives()))
                : Optional.empty();
    }

    static ObjectNode usage(Usage usage) {
        ObjectNode node = Json.object()
                .put("prompt_tokens", usage.prompt())
                .put("completion_tokens", usage.completion())
                .put("total_tokens", usage.total());
        node.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
        return node;
    }
}
