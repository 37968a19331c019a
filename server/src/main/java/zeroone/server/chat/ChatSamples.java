package zeroone.server.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.inference.Contest;
import zeroone.server.inference.Conversation;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.SampleReply;
import zeroone.server.inference.Services;
import zeroone.server.inference.Strategy;
import zeroone.server.inference.Usage;
import zeroone.server.thought.LiveSummary;
import zeroone.server.thought.ShownThought;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenStream;

/** The samples of one chat completion as they come in, and the contest between them if there is one. */
final class ChatSamples {
    /** What came of a sample. */
    record Step(int sample, SampleReply.Shown shown, Optional<Completion> ended) {}

    private final ChatRequest asked;
    private final LiveReply reply;
    private final int thinkingBudget;
    private final Services services;
    private final Map<Integer, SampleReply> replies = new TreeMap<>();
    private final Map<Integer, Completion> completions = new TreeMap<>();
    private final Optional<Contest> contest;
    private boolean settled;

    ChatSamples(ChatRequest asked, LiveReply reply, int thinkingBudget, Services services) {
        this.asked = asked;
        this.reply = reply;
        this.thinkingBudget = thinkingBudget;
        this.services = services;
        this.contest = switch (asked.settings().strategy()) {
            case Strategy.Single() -> Optional.empty();
            case Strategy.Vote(int samples) -> Optional.of(new Contest(samples, Optional.empty()));
            case Strategy.Verified(int samples) ->
                Optional.of(new Contest(
                        samples, asked.model().verifier().verifier(Conversation.question(asked.messages()))));
        };
    }

    /** Whether one answer is chosen from several. */
    boolean choosing() {
        return contest.isPresent();
    }

    boolean done() {
        return settled || reply.done();
    }

    /**
     * The next step; empty if none came within this time.
     *
     * @throws ApiException if a sample broke
     */
    Optional<Step> poll(Duration patience, LiveReply.BeforeWaiting beforeWaiting)
            throws IOException, InterruptedException {
        Optional<TokenStream.Item> item = reply.poll(patience, beforeWaiting);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        int sample = item.get().sample();
        SampleReply.Shown shown = sample(sample).accept(item.get());
        if (item.get() instanceof TokenStream.Finished finished) {
            ended(sample, finished.completion());
            return Optional.of(new Step(sample, shown, Optional.of(finished.completion())));
        }
        return Optional.of(new Step(sample, shown, Optional.empty()));
    }

    private void ended(int sample, Completion completion) {
        if (completion.finishReason() == FinishReason.ERROR && contest.isEmpty()) {
            throw ApiException.failed("this sample could not go on; others are not affected");
        }
        services.inference().metrics().sampleEnded(asked.model().name(), completion);
        completions.put(sample, completion);
        if (contest.isPresent()) {
            boolean broken = completion.finishReason() == FinishReason.ERROR;
            contest.get().add(sample, broken ? "" : sample(sample).answer());
            if (contest.get().decided()) {
                settled = true;
                if (completions.size() < asked.settings().strategy().samples()) {
                    services.inference()
                            .metrics()
                            .earlyStop(
                                    asked.model().name(),
                                    contest.get().outcome().reason());
                    reply.cancel();
                }
            }
        }
    }

    private SampleReply sample(int number) {
        return replies.computeIfAbsent(
                number,
                _ -> new SampleReply(
                        asked.model().tokenizer(),
                        asked.settings().stop(),
                        ShownThought.of(asked.thoughts(), LiveSummary.Detail.CONCISE)));
    }

    /** The samples that the client gets, in order. */
    List<SampleReply> chosen() {
        return chosenNumbers().stream().map(this::sample).toList();
    }

    /** How those ended. */
    List<Completion> chosenCompletions() {
        List<Completion> chosen = new ArrayList<>();
        for (int number : chosenNumbers()) {
            Completion completion = completions.get(number);
            if (completion == null) {
                throw ApiException.failed("a sample did not end; try again");
            }
            if (completion.finishReason() == FinishReason.ERROR) {
                throw ApiException.failed("this sample could not go on; others are not affected");
            }
            chosen.add(completion);
        }
        return chosen;
    }

    private List<Integer> chosenNumbers() {
        return contest.map(c -> List.of(c.outcome().sample()))
                .orElseGet(() -> IntStream.range(0, asked.choices()).boxed().toList());
    }

    Usage usage() {
        return reply.usage();
    }

    ObjectNode vendor() {
        return ChatJson.vendor(
                asked.settings(),
                thinkingBudget,
                List.copyOf(completions.values()),
                asked.settings().strategy().samples() * asked.choices(),
                contest.map(Contest::outcome));
    }
}
