package zeroone.server.responses;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import zeroone.server.http.ApiException;
import zeroone.server.http.ErrorBody;
import zeroone.server.http.EventStream;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.http.PatientReply;
import zeroone.server.http.Silence;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.Services;
import zeroone.server.jobs.JobEnding;
import zeroone.server.jobs.JobEvent;
import zeroone.server.jobs.JobStatus;
import zeroone.server.jobs.ResponseStore;
import zeroone.server.jobs.StoreUnavailableException;
import zeroone.server.jobs.StoredResponse;
import zeroone.text.generation.TokenStream;

/** A response whose client waits for it. */
record LiveResponse(
        Services services, ResponsePlan plan, LiveReply reply, ResponseView view, Optional<ResponseStore> store) {
    void stream(Exchange exchange) throws IOException, InterruptedException {
        ResponseNarrator narrator = new ResponseNarrator(plan);
        try (EventStream events = EventStream.begin(exchange)) {
            send(events, narrator.begin());
            Silence silence = new Silence(services.keepAlive(), services.nanoTime());
            while (!over(narrator)) {
                List<JobEvent> told = step(narrator, events::flush);
                if (send(events, told)) {
                    silence.broken();
                } else if (silence.tooLong()) {
                    events.keepAlive();
                }
            }
            narrator.promptRead(0, reply.usage().cached());
            List<JobEvent> last =
                    narrator.end(new JobEnding.Finished(), services.clock().instant());
            if (kept(narrator)) {
                send(events, last);
            } else {
                events.event("error", Json.write(ErrorBody.of(ApiException.storeGone())));
            }
        }
    }

    void whole(Exchange exchange) throws IOException, InterruptedException {
        ResponseNarrator narrator = new ResponseNarrator(plan);
        narrator.begin();
        PatientReply patient = new PatientReply(exchange);
        Silence silence = new Silence(services.keepAlive(), services.nanoTime());
        while (!over(narrator)) {
            step(narrator, () -> {});
            if (silence.tooLong()) {
                patient.keepAlive();
            }
        }
        narrator.promptRead(0, reply.usage().cached());
        narrator.end(new JobEnding.Finished(), services.clock().instant());
        if (!kept(narrator)) {
            patient.end(ApiException.storeGone());
        } else if (narrator.status() == JobStatus.FAILED) {
            patient.end(ApiException.failed("the generation broke; others are not affected"));
        } else {
            patient.end(view.of(narrator.response(narrator.status())));
        }
    }

    private boolean over(ResponseNarrator narrator) {
        return narrator.decided() || reply.done();
    }

    private List<JobEvent> step(ResponseNarrator narrator, LiveReply.BeforeWaiting beforeWaiting)
            throws IOException, InterruptedException {
        Duration patience = services.keepAlive();
        Optional<TokenStream.Item> item = reply.poll(patience, beforeWaiting);
        if (item.isPresent() && item.get() instanceof TokenStream.Finished finished) {
            services.inference().metrics().sampleEnded(plan.model().name(), finished.completion());
        }
        List<JobEvent> told = item.map(narrator::item).orElse(List.of());
        if (narrator.decided() && !reply.done()) {
            services.inference().metrics().earlyStop(plan.model().name(), "decided");
            reply.cancel();
        }
        return told;
    }

    /** Whether anything was sent. */
    private boolean send(EventStream events, List<JobEvent> told) throws IOException {
        boolean sent = false;
        for (JobEvent event : told) {
            Optional<JobEvent> seen = view.of(event);
            if (seen.isPresent()) {
                events.event(seen.get().type(), seen.get().data());
                sent = true;
            }
        }
        return sent;
    }

    /** False if it is to be kept and cannot be: a client must not take for kept what is not. */
    private boolean kept(ResponseNarrator narrator) {
        Specification specification = plan.specification();
        try {
            store.ifPresent(keeper -> keeper.put(new StoredResponse(
                    specification.id(),
                    specification.tenant(),
                    specification.created(),
                    specification.json(),
                    narrator.response(narrator.status()))));
            return true;
        } catch (StoreUnavailableException gone) {
            return false;
        }
    }
}
