package zeroone.server.jobs;

import java.util.ArrayList;
import java.util.List;
import zeroone.text.generation.Completion;
import zeroone.text.generation.TokenEvent;

/** Adds up what one checkpoint of a job costs. Not thread-safe. */
final class CostTally {
    private int prompt;
    private int cached;
    private int completion;
    private int reasoning;
    private final List<Completion> ended = new ArrayList<>();

    void promptRead(int length, int found) {
        prompt += length;
        cached += Math.min(length, found);
    }

    void token(TokenEvent event) {
        boolean thinking = event.phase() == TokenEvent.Phase.THOUGHT;
        if (event.position() > 0 || !thinking || !event.forced()) {
            completion++;
            reasoning += thinking ? 1 : 0;
        }
    }

    void ended(Completion sample) {
        ended.add(sample);
    }

    JobCost cost() {
        return new JobCost(prompt, cached, completion, reasoning, ended);
    }
}
