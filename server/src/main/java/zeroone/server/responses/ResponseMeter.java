package zeroone.server.responses;

import zeroone.server.inference.Ledger;
import zeroone.server.inference.Usage;
import zeroone.server.jobs.JobMeter;
import zeroone.server.jobs.JobRequest;

/** Counts the tokens of background responses for the key that asked for them. */
public record ResponseMeter(Ledger ledger) implements JobMeter {
    @Override
    public Account account(JobRequest job) {
        String key = Specification.parse(job.specification()).key();
        String model = job.model();
        return cost -> {
            ledger.spentInBackground(
                    key, model, new Usage(cost.prompt(), cost.cached(), cost.completion(), cost.reasoning()));
            cost.ended().forEach(completion -> ledger.metrics().sampleEnded(model, completion));
        };
    }
}
