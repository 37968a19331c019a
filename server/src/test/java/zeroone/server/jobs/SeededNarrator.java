package zeroone.server.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import zeroone.testkit.ByteTokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.TokenEvent;

final class SeededNarrator implements JobNarrator {
    private final List<StringBuilder> texts = new ArrayList<>();
    private final int carried;
    private JobStatus status = JobStatus.IN_PROGRESS;
    private long sequence;
    private long tokens;
    private int finished;
    private int cached;

    /** @param carried tokens of each sample that are not told */
    SeededNarrator(int samples, int carried) {
        this.carried = carried;
        for (int s = 0; s < samples; s++) {
            texts.add(new StringBuilder());
        }
    }

    static String text(int... tokens) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(tokens).forEach(token -> {
            if (token == ByteTokenizer.RESERVED.endThought()) {
                text.append('|');
            } else if (token == ByteTokenizer.RESERVED.endOfTurn()) {
                text.append('.');
            } else {
                text.append((char) token);
            }
        });
        return text.toString();
    }

    static String response(JobStatus status, List<String> texts) {
        return "{\"status\":\"" + status.wire() + "\",\"texts\":[\"" + String.join("\",\"", texts) + "\"]}";
    }

    private JobEvent event(String type, String delta) {
        long number = sequence++;
        return new JobEvent(
                number,
                type,
                "{\"type\":\"" + type + "\",\"sequence_number\":" + number + ",\"delta\":\"" + delta + "\"}");
    }

    @Override
    public List<JobEvent> begin() {
        return List.of(event("response.created", ""), event("response.queued", ""), event("response.in_progress", ""));
    }

    @Override
    public void promptRead(int sample, int found) {
        cached += found;
    }

    @Override
    public List<JobEvent> token(int sample, TokenEvent event) {
        tokens++;
        String delta = text(event.token());
        texts.get(sample).append(delta);
        return sample == 0 ? List.of(event("response.output_text.delta", delta)) : List.of();
    }

    @Override
    public List<JobEvent> finished(int sample, Completion completion) {
        finished++;
        String text = text(completion.tokens()).substring(carried);
        if (!text.contentEquals(texts.get(sample))) {
            throw new AssertionError("the completion is not what was told: " + text + ", " + texts.get(sample));
        }
        return List.of();
    }

    @Override
    public List<JobEvent> end(JobEnding ending, Instant now) {
        status = switch (ending) {
            case JobEnding.Finished _ -> JobStatus.COMPLETED;
            case JobEnding.Cancelled _ -> JobStatus.CANCELLED;
            case JobEnding.DeadlineMet _ -> JobStatus.INCOMPLETE;
            case JobEnding.Failed _ -> JobStatus.FAILED;
        };
        String reason = ending instanceof JobEnding.Failed failed ? failed.message() : "";
        return List.of(event("response." + status.wire(), reason));
    }

    @Override
    public JobStatus status() {
        return status;
    }

    @Override
    public String response(JobStatus known) {
        String told =
                response(known, texts.stream().map(StringBuilder::toString).toList());
        return cached == 0 ? told : told.substring(0, told.length() - 1) + ",\"cached\":" + cached + "}";
    }

    @Override
    public JobProgress progress() {
        return new JobProgress(
                tokens, 0, finished, texts.size(), finished > 0 ? Optional.of("x") : Optional.empty(), 0);
    }
}
