package zeroone.server.responses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.search.MajorityVote;
import zeroone.server.http.Json;
import zeroone.server.inference.Contest;
import zeroone.server.inference.SampleReply;
import zeroone.server.jobs.JobEnding;
import zeroone.server.jobs.JobEvent;
import zeroone.server.jobs.JobNarrator;
import zeroone.server.jobs.JobProgress;
import zeroone.server.jobs.JobStatus;
import zeroone.server.thought.ShownThought;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenStream;

/**
 * Tells a response as the events of OpenAI's API. A single sample is told as it comes; of several, the one that won is told
 * at the end.
 */
final class ResponseNarrator implements JobNarrator {
    private final ResponsePlan plan;
    private final ResponseJson json;
    private final EventLog log = new EventLog();
    private final Optional<Contest> contest;
    private final Spending spending;
    private final Map<Integer, SampleReply> replies = new TreeMap<>();
    private final Map<Integer, Completion> completions = new TreeMap<>();
    private final Map<Integer, IntStream.Builder> thoughts = new TreeMap<>();
    private final List<ThoughtItem> thought = new ArrayList<>(1);
    private final List<MessageItem> message = new ArrayList<>(1);
    private boolean thoughtEnded;
    private ResponseJson.End end = ResponseJson.End.open(JobStatus.IN_PROGRESS);

    ResponseNarrator(ResponsePlan plan) {
        this.plan = plan;
        this.json = new ResponseJson(plan);
        this.contest = plan.contest();
        this.spending = new Spending(
                plan.prompt().length + plan.carried().length,
                plan.model().tokenizer().reserved().endThought());
    }

    @Override
    public List<JobEvent> begin() {
        boolean background =
                plan.echo("background").map(flag -> flag.booleanValue()).orElse(false);
        JobStatus first = background ? JobStatus.QUEUED : JobStatus.IN_PROGRESS;
        lifecycle("response.created", ResponseJson.End.open(first));
        if (background) {
            lifecycle("response.queued", ResponseJson.End.open(first));
        }
        lifecycle("response.in_progress", end);
        return log.take();
    }

    private void lifecycle(String type, ResponseJson.End status) {
        log.add(type, Json.object().set("response", json.response(status, output())));
    }

    @Override
    public void promptRead(int sample, int cached) {
        spending.promptRead(cached);
    }

    @Override
    public List<JobEvent> token(int sample, TokenEvent event) {
        if (event.position() < plan.carried().length) {
            return List.of();
        }
        count(sample, event);
        tell(event.phase(), event.token(), reply(sample).accept(event));
        return log.take();
    }

    @Override
    public List<JobEvent> finished(int sample, Completion completion) {
        SampleReply.Shown shown = reply(sample).finish(completion);
        end(sample, completion, shown);
        return log.take();
    }

    /** As {@link #token} and {@link #finished}, where a stream has decoded the text. */
    List<JobEvent> item(TokenStream.Item item) {
        SampleReply.Shown shown = reply(item.sample()).accept(item);
        switch (item) {
            case TokenStream.Token token -> {
                count(token.sample(), token.event());
                tell(token.event().phase(), token.event().token(), shown);
            }
            case TokenStream.Finished finished -> end(finished.sample(), finished.completion(), shown);
        }
        return log.take();
    }

    /** Whether further samples cannot change the answer. */
    boolean decided() {
        return contest.isPresent() && contest.get().decided();
    }

    private SampleReply reply(int sample) {
        return replies.computeIfAbsent(
                sample,
                _ -> new SampleReply(
                        plan.model().tokenizer(),
                        plan.settings().stop(),
                        ShownThought.of(plan.thoughts(), plan.detail())));
    }

    private void count(int sample, TokenEvent event) {
        spending.token(event);
        boolean marker = event.token() == plan.model().tokenizer().reserved().endThought();
        if (event.phase() == TokenEvent.Phase.THOUGHT && !marker) {
            thoughts.computeIfAbsent(sample, _ -> IntStream.builder()).add(event.token());
        }
    }

    private void tell(TokenEvent.Phase phase, int token, SampleReply.Shown shown) {
        if (contest.isPresent()) {
            return;
        }
        boolean marker = token == plan.model().tokenizer().reserved().endThought();
        if (phase == TokenEvent.Phase.THOUGHT && !marker) {
            beginThought();
        }
        tellShown(0, shown, phase == TokenEvent.Phase.ANSWER);
    }

    private void tellShown(int sample, SampleReply.Shown shown, boolean answering) {
        if (!shown.thought().isEmpty()) {
            beginThought();
            thought.getFirst().add(shown.thought());
        }
        if (answering) {
            endThought(sample, "completed");
        }
        if (!shown.answer().isEmpty()) {
            beginMessage();
            message.getFirst().add(shown.answer(), shown.tokens());
        }
    }

    private void beginThought() {
        if (thought.isEmpty()) {
            thought.add(
                    new ThoughtItem(log, plan.thoughts(), plan.specification().id(), 0));
            thought.getFirst().begin();
        }
    }

    private void endThought(int sample, String status) {
        if (thought.isEmpty() || thoughtEnded) {
            return;
        }
        thoughtEnded = true;
        int[] fresh = thoughts.getOrDefault(sample, IntStream.builder()).build().toArray();
        thoughts.remove(sample);
        int[] all = IntStream.concat(IntStream.of(plan.carried()), IntStream.of(fresh))
                .toArray();
        // Sealed in every case: whether this client gets it is decided where it is handed out.
        thought.getFirst()
                .end(
                        status,
                        Optional.of(plan.sealer()
                                .seal(
                                        all,
                                        plan.specification().owner(plan.model().name()))));
    }

    private void beginMessage() {
        if (message.isEmpty()) {
            message.add(new MessageItem(
                    log,
                    plan.model().tokenizer(),
                    plan.logProbs(),
                    plan.specification().id(),
                    thought.size()));
            message.getFirst().begin();
        }
    }

    private void end(int sample, Completion completion, SampleReply.Shown shown) {
        completions.put(sample, completion);
        spending.ended();
        if (contest.isEmpty()) {
            tellShown(sample, shown, false);
        } else {
            contest.get()
                    .add(
                            sample,
                            completion.finishReason() == FinishReason.ERROR
                                    ? ""
                                    : reply(sample).answer());
        }
    }

    @Override
    public List<JobEvent> end(JobEnding ending, Instant now) {
        int winner = contest.filter(c -> !completions.isEmpty())
                .map(c -> c.outcome().sample())
                .orElse(0);
        if (contest.isPresent() && replies.containsKey(winner)) {
            tellWinner(winner);
        }
        JobStatus status = status(ending, Optional.ofNullable(completions.get(winner)));
        boolean complete = status == JobStatus.COMPLETED;
        endThought(winner, complete || !message.isEmpty() ? "completed" : "incomplete");
        if (complete) {
            beginMessage();
        }
        message.forEach(item -> item.end(complete ? "completed" : "incomplete"));
        end = new ResponseJson.End(
                status,
                complete ? Optional.of(now) : Optional.empty(),
                status == JobStatus.CANCELLED ? Optional.empty() : Optional.of(spending.usage()),
                status == JobStatus.INCOMPLETE ? Optional.of("max_output_tokens") : Optional.empty(),
                status == JobStatus.FAILED
                        ? Optional.of(ending instanceof JobEnding.Failed(String why) ? why : "the generation broke")
                        : Optional.empty(),
                contest.map(Contest::outcome),
                completions.values().stream().anyMatch(Completion::closeForced));
        String type = switch (status) {
            case COMPLETED -> "response.completed";
            case FAILED -> "response.failed";
            case QUEUED, IN_PROGRESS, INCOMPLETE, CANCELLED -> "response.incomplete";
        };
        log.add(type, Json.object().set("response", json.response(end, output())));
        return log.take();
    }

    private void tellWinner(int winner) {
        SampleReply reply = reply(winner);
        Completion completion = completions.get(winner);
        if (completion != null && completion.thoughtLength() > 0) {
            beginThought();
        }
        tellShown(winner, new SampleReply.Shown(reply.thought(), "", List.of()), true);
        if (!reply.answer().isEmpty()) {
            beginMessage();
            message.getFirst().add(reply.answer(), reply.tokens());
        }
    }

    private static JobStatus status(JobEnding ending, Optional<Completion> winner) {
        return switch (ending) {
            case JobEnding.Cancelled() -> JobStatus.CANCELLED;
            case JobEnding.DeadlineMet() -> JobStatus.INCOMPLETE;
            case JobEnding.Failed(String message) -> JobStatus.FAILED;
            case JobEnding.Finished() ->
                winner.map(completion -> switch (completion.finishReason()) {
                            case STOP, STOP_STRING, STOP_TOKEN -> JobStatus.COMPLETED;
                            case LENGTH -> JobStatus.INCOMPLETE;
                            case CANCELLED -> JobStatus.CANCELLED;
                            case ERROR -> JobStatus.FAILED;
                        })
                        .orElse(JobStatus.FAILED);
        };
    }

    private List<ObjectNode> output() {
        List<ObjectNode> items = new ArrayList<>();
        thought.forEach(item -> items.add(item.json()));
        message.forEach(item -> items.add(item.json()));
        return items;
    }

    @Override
    public JobStatus status() {
        return end.status();
    }

    @Override
    public String response(JobStatus status) {
        return Json.write(json.response(end.status().terminal() ? end : ResponseJson.End.open(status), output()));
    }

    @Override
    public JobProgress progress() {
        Optional<MajorityVote.Winner> leader = contest.flatMap(Contest::leader);
        Optional<String> single =
                contest.isEmpty() && !completions.isEmpty() ? Optional.of(reply(0).answer()) : Optional.empty();
        return new JobProgress(
                spending.tokens(),
                spending.thoughtTokens(),
                completions.size(),
                plan.settings().strategy().samples(),
                leader.map(MajorityVote.Winner::answer).or(() -> single),
                leader.map(MajorityVote.Winner::votes).orElse(single.isPresent() ? 1 : 0));
    }
}
