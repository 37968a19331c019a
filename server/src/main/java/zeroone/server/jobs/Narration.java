package zeroone.server.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.TokenEvent;

/**
 * A job told from its beginning: first what the log has, then what comes. Not thread-safe.
 *
 * <p>Events that come again while the log is told are dropped by their sequence numbers.
 */
final class Narration {
    private static final int ENTRIES_AT_ONCE = 256;

    private final JobNarrator narrator;
    private final List<GenerationRequest> plan;
    private final List<SampleHistory> histories;
    private final boolean[] begun;
    private final boolean[] ended;
    private long lastSequence;

    private Narration(JobNarrator narrator, List<GenerationRequest> plan, long lastSequence) {
        this.narrator = narrator;
        this.plan = plan;
        this.histories = plan.stream()
                .map(request -> new SampleHistory(request.resumed()))
                .toList();
        this.begun = new boolean[plan.size()];
        this.ended = new boolean[plan.size()];
        this.lastSequence = lastSequence;
    }

    /**
     * Tells a job up to where its log is.
     *
     * @param fresh gets the events of the beginning that are not in the log yet
     */
    static Narration of(
            JobNarrator narrator,
            List<GenerationRequest> plan,
            JobRequest job,
            long lastSequence,
            JobStore store,
            List<JobEvent> fresh) {
        Narration narration = new Narration(narrator, plan, lastSequence);
        fresh.addAll(narration.unheard(narrator.begin()));
        long number = 0;
        List<LogEntry> entries;
        do {
            entries = store.log(job, number, ENTRIES_AT_ONCE);
            for (LogEntry entry : entries) {
                entry.told().forEach(narration::retell);
                number = entry.number() + 1;
            }
        } while (entries.size() == ENTRIES_AT_ONCE);
        return narration;
    }

    private void retell(Told told) {
        if (told.sample() >= plan.size()) {
            throw new IllegalStateException(
                    "the log tells of sample " + told.sample() + ", but the plan has only " + plan.size());
        }
        switch (told) {
            case Told.Begun begun -> begun(begun.sample(), begun.cached());
            case Told.Token token -> {
                histories.get(token.sample()).add(token.event());
                narrator.token(token.sample(), token.event());
            }
            case Told.End end -> {
                ended[end.sample()] = true;
                Completion completion = histories.get(end.sample()).completion(plan.get(end.sample()), end);
                narrator.finished(end.sample(), completion);
            }
        }
    }

    /** What a prompt is read again for after an interruption is not its owner's cost, so the first time counts. */
    void begun(int sample, int cached) {
        if (!begun[sample]) {
            begun[sample] = true;
            narrator.promptRead(sample, cached);
        }
    }

    /** Whether a sample has begun, now or before an interruption. */
    boolean anyBegun() {
        return IntStream.range(0, begun.length).anyMatch(sample -> begun[sample]);
    }

    /** Tokens that a sample reads before it writes, with those of an earlier thought. */
    int promptLength(int sample) {
        GenerationRequest request = plan.get(sample);
        return request.prompt().length + request.resumed().length();
    }

    List<JobEvent> token(int sample, TokenEvent event) {
        if (plan.get(sample).options().alternatives() > 0) {
            histories.get(sample).add(event);
        }
        return unheard(narrator.token(sample, event));
    }

    List<JobEvent> finished(int sample, Completion completion) {
        ended[sample] = true;
        return unheard(narrator.finished(sample, whole(sample, completion)));
    }

    /** A resumed sample does not know the alternatives of what it was resumed from. */
    private Completion whole(int sample, Completion completion) {
        if (plan.get(sample).options().alternatives() == 0) {
            return completion;
        }
        return new Completion(
                completion.prompt(),
                completion.tokens(),
                completion.logProbs(),
                completion.rawLogProbs(),
                histories.get(sample).alternatives(),
                completion.thoughtLength(),
                completion.closeForced(),
                completion.forced(),
                completion.finishReason(),
                completion.error(),
                completion.sampling());
    }

    List<JobEvent> end(JobEnding ending, Instant now) {
        return unheard(narrator.end(ending, now));
    }

    private List<JobEvent> unheard(List<JobEvent> events) {
        List<JobEvent> fresh = new ArrayList<>();
        for (JobEvent event : events) {
            if (event.sequence() > lastSequence) {
                lastSequence = event.sequence();
                fresh.add(event);
            }
        }
        return fresh;
    }

    boolean ended(int sample) {
        return ended[sample];
    }

    boolean allEnded() {
        return IntStream.range(0, ended.length).allMatch(this::ended);
    }

    /** What to generate of a sample that has not ended, behind whoever waits for an answer. */
    GenerationRequest rest(int sample) {
        GenerationRequest request = plan.get(sample);
        return request.with(request.options().withPriority(Priority.BATCH))
                .resumedAfter(histories.get(sample).resumed());
    }

    int samples() {
        return plan.size();
    }

    JobStatus status() {
        return narrator.status();
    }

    String response(JobStatus status) {
        return narrator.response(status);
    }

    JobProgress progress() {
        return narrator.progress();
    }
}
