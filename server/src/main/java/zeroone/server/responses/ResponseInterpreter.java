package zeroone.server.responses;

import java.util.List;
import zeroone.server.http.ApiException;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.JobInterpreter;
import zeroone.server.jobs.JobNarrator;
import zeroone.server.jobs.JobRequest;
import zeroone.server.thought.SealedThought;
import zeroone.text.generation.GenerationRequest;

/** Reads the specifications of background responses. */
public record ResponseInterpreter(Models models, SealedThought sealer) implements JobInterpreter {
    @Override
    public List<GenerationRequest> plan(JobRequest request) {
        return read(request).apart();
    }

    @Override
    public JobNarrator narrator(JobRequest request) {
        return new ResponseNarrator(read(request));
    }

    private ResponsePlan read(JobRequest request) {
        ServedModel model = models.all().stream()
                .filter(served -> served.name().equals(request.model()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model of this job is not served any more: "
                        + request.model() + "; serve it again or delete the job"));
        try {
            return ResponsePlan.again(Specification.parse(request.specification()), model, sealer);
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.told(), e);
        }
    }
}
