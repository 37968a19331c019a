package zeroone.server.jobs;

import java.util.List;
import zeroone.text.generation.Completion;

/**
 * What a part of a job cost, in tokens.
 *
 * @param prompt tokens read; once a job, however many samples it has and however often it is interrupted
 * @param cached those of them that need not be read, because a request before began alike
 * @param completion tokens written, without one that ends a thought before it began: the budget put it there
 * @param reasoning those of them that are thought
 * @param ended samples that ended in this part
 */
public record JobCost(int prompt, int cached, int completion, int reasoning, List<Completion> ended) {
    public JobCost {
        ended = List.copyOf(ended);
    }
}
