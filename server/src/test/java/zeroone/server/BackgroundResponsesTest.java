package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.auth.Caller;
import zeroone.server.auth.RateLimit;
import zeroone.server.inference.Effort;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.DurableJobs;
import zeroone.server.jobs.Job;
import zeroone.server.jobs.JobDatabase;
import zeroone.server.jobs.JobSettings;
import zeroone.server.responses.ResponseInterpreter;
import zeroone.server.responses.ResponseMeter;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;

/** Background responses over the wire: what they count for, and what they keep of how they were asked for. */
class BackgroundResponsesTest {
    private static final int TOKENS_A_MINUTE = 1000;
    private static final Duration POLL = Duration.ofMillis(10);

    @TempDir
    private Path folder;

    private final ScriptedGenerator model = TestServer.says("a thought of some length", "42");
    /** In which no time passes. */
    private final Ledger ledger = Ledger.empty(() -> 0);

    private final ServedModel served = TestServer.served(model, QuestionVerifier.NONE);
    private JobDatabase database;
    private DurableJobs jobs;
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        Clock clock = Clock.systemUTC();
        database = JobDatabase.open(
                "jdbc:sqlite:" + folder.resolve("jobs.db"), new ThoughtCipher(Options.KEYS, clock, new SecureRandom()));
        jobs = DurableJobs.start(
                database,
                new ResponseInterpreter(new Models(List.of(served)), Options.USUAL.sealer()),
                Map.of("scripted", model),
                JobSettings.DEFAULTS.withTimes(POLL, Duration.ofSeconds(2), Duration.ofDays(1)),
                new ResponseMeter(ledger),
                "here",
                clock,
                System::nanoTime);
        server = TestServer.of(
                model,
                Options.USUAL
                        .jobs(jobs)
                        .ledger(ledger)
                        .keys(bearer -> bearer.map(_ -> new Caller(
                                "alice",
                                "tenant",
                                Set.of(),
                                ThoughtVisibility.HIDDEN,
                                true,
                                new RateLimit(0, TOKENS_A_MINUTE)))));
    }

    @AfterEach
    void stop() {
        server.close();
        jobs.close();
        database.close();
    }

    private Reply ask(String more) {
        String body = "{'model': 'scripted', 'input': 'What?', 'background': true" + more + "}";
        return server.send(server.request("/v1/responses")
                .header("Authorization", "Bearer alice")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private Reply get(String path) {
        return server.send(
                server.request(path).header("Authorization", "Bearer alice").GET());
    }

    /** A response of the background when it has ended. */
    private Reply ended(String more) {
        String id = ask(more).json().path("id").asString();
        // The stream of its events ends when it does.
        get("/v1/responses/" + id + "?stream=true");
        return get("/v1/responses/" + id);
    }

    @Test
    void their_tokens_count_towards_the_limit_of_their_key_and_for_operators() {
        Reply reply = ended("");
        int read = reply.json().path("usage").path("input_tokens").asInt();
        int written = reply.json().path("usage").path("output_tokens").asInt();
        assertThat(written).isGreaterThan(20);
        assertThat(ask("").header("x-ratelimit-remaining-tokens"))
                .as("a minute's tokens without those, as no time passes here")
                .isEqualTo(Integer.toString(TOKENS_A_MINUTE - read - written));
        String metrics = get("/metrics").body();
        assertThat(metrics)
                .contains("zeroone:reasoning_tokens_total{model_name=\"scripted\"}")
                .contains("vllm:generation_tokens_total{model_name=\"scripted\"}")
                .contains("vllm:request_success_total{model_name=\"scripted\",finished_reason=\"stop\"}");
    }

    @Test
    void what_an_effort_means_is_kept_when_the_operator_changes_the_table() throws IOException {
        String id = ask(", 'reasoning': {'effort': 'low'}").json().path("id").asString();
        Job job = jobs.get("tenant", id).orElseThrow();
        EffortTable other = served.efforts().with(Effort.LOW, served.efforts().tokens(Effort.MEDIUM));
        ServedModel changed = new ServedModel(
                served.name(),
                served.generator(),
                served.tokenizer(),
                served.prompts(),
                served.chatTemplate(),
                served.specialTokens(),
                Optional.empty(),
                other,
                served.verifier(),
                served.grammars(),
                served.created());
        assertThat(new ResponseInterpreter(new Models(List.of(changed)), Options.USUAL.sealer())
                        .plan(job.request())
                        .getFirst()
                        .budget()
                        .thought())
                .isEqualTo(served.efforts().tokens(Effort.LOW));
        assertThat(get("/v1/responses/" + id)
                        .json()
                        .path("reasoning")
                        .path("effort")
                        .asString())
                .isEqualTo("low");
    }
}
