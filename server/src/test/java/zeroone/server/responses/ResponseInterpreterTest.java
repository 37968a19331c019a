package zeroone.server.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.server.http.Json;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.JobEnding;
import zeroone.server.jobs.JobEvent;
import zeroone.server.jobs.JobNarrator;
import zeroone.server.jobs.JobRequest;
import zeroone.server.jobs.JobStatus;
import zeroone.server.schema.Grammars;
import zeroone.server.thought.CipherKeys;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.Message;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;

/** What background jobs rely on: a job that is told again tells the same. */
class ResponseInterpreterTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ByteTokenizer TOKENIZER = new ByteTokenizer();

    private final ScriptedGenerator generator = new ScriptedGenerator(
            1024,
            TOKENIZER,
            ScriptedGenerator.inTurn(List.of(
                    ScriptedGenerator.script(TOKENIZER, "First, think.\nWait, again.", "41"),
                    ScriptedGenerator.script(TOKENIZER, "First, think.\nWait, again.", "42"),
                    ScriptedGenerator.script(TOKENIZER, "First, think.\nWait, again.", "42"))),
            ScriptedGenerator.Pace.AT_ONCE);
    private final ResponseInterpreter interpreter = new ResponseInterpreter(
            new Models(List.of(new ServedModel(
                    "scripted",
                    generator,
                    TOKENIZER,
                    new PromptEncoder(TOKENIZER, Map.of("<think>", 256), ChatTemplate.plain()),
                    "",
                    Map.of(),
                    Optional.empty(),
                    EffortTable.ofContext(1024),
                    QuestionVerifier.NONE,
                    new Grammars(TOKENIZER),
                    NOW))),
            sealer(NOW));

    private static SealedThought sealer(Instant now) {
        CipherKeys keys = new CipherKeys(List.of(new CipherKeys.Key(1, new byte[32])));
        return new SealedThought(
                new ThoughtCipher(keys, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom()), Duration.ofHours(1));
    }

    private static JobRequest job(String body) {
        Specification specification = new Specification(
                "resp_1",
                NOW,
                Json.parse(body.replace('\'', '"')),
                List.of(),
                List.of(Message.user("What?")),
                Optional.empty(),
                "key",
                "tenant",
                ThoughtVisibility.SUMMARY);
        return new JobRequest("resp_1", "tenant", "scripted", NOW, specification.json(), 5, Optional.empty());
    }

    /** Everything that happens to a job, as its runner hears it. */
    private record Happening(int sample, Optional<TokenEvent> token, Optional<Completion> ended) {}

    private List<Happening> run(JobRequest job) {
        List<Happening> happenings = new ArrayList<>();
        List<GenerationRequest> plan = interpreter.plan(job);
        for (int s = 0; s < plan.size(); s++) {
            int sample = s;
            generator
                    .submit(plan.get(s), new TokenListener() {
                        @Override
                        public void token(RunningSample running, TokenEvent event) {
                            happenings.add(new Happening(sample, Optional.of(event), Optional.empty()));
                        }

                        @Override
                        public void finished(RunningSample running, Completion completion) {
                            happenings.add(new Happening(sample, Optional.empty(), Optional.of(completion)));
                        }
                    })
                    .completion()
                    .join();
        }
        return happenings;
    }

    private static List<JobEvent> tell(JobNarrator narrator, List<Happening> happenings) {
        List<JobEvent> events = new ArrayList<>(narrator.begin());
        happenings.forEach(happening -> events.addAll(tell(narrator, happening)));
        events.addAll(narrator.end(new JobEnding.Finished(), NOW));
        return events;
    }

    private static List<JobEvent> tell(JobNarrator narrator, Happening happening) {
        return happening
                .token()
                .map(token -> narrator.token(happening.sample(), token))
                .orElseGet(() ->
                        narrator.finished(happening.sample(), happening.ended().orElseThrow()));
    }

    /** Sealed thoughts have a nonce of their own each time. */
    private static String withoutSeals(JobEvent event) {
        return event.sequence() + " " + event.data().replaceAll("\"encrypted_content\":\"[^\"]*\"", "sealed");
    }

    @Test
    void a_job_that_is_told_again_tells_the_same_events_with_the_same_numbers() {
        JobRequest job = job("{'model': 'scripted', 'background': true, 'seed': 5}");
        List<Happening> happenings = run(job);
        List<JobEvent> first = tell(interpreter.narrator(job), happenings);
        List<JobEvent> again = tell(interpreter.narrator(job), happenings);
        assertThat(again.stream().map(ResponseInterpreterTest::withoutSeals))
                .isEqualTo(first.stream()
                        .map(ResponseInterpreterTest::withoutSeals)
                        .toList());
        assertThat(first)
                .extracting(JobEvent::type)
                .startsWith("response.created", "response.queued")
                .endsWith("response.completed");
        assertThat(first).extracting(JobEvent::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_plan_is_the_same_each_time_and_each_sample_has_its_own_randomness() {
        JobRequest job = job("{'model': 'scripted', 'seed': 5, 'reasoning': {'mode': 'pro'}}");
        List<GenerationRequest> plan = interpreter.plan(job);
        assertThat(plan).hasSize(8).allMatch(request -> request.samples() == 1);
        assertThat(plan.stream().map(GenerationRequest::random)).doesNotHaveDuplicates();
        assertThat(plan.stream().map(GenerationRequest::random))
                .isEqualTo(interpreter.plan(job).stream()
                        .map(GenerationRequest::random)
                        .toList());
    }

    @Test
    void a_vote_is_told_alike_however_its_samples_interleave() {
        JobRequest job =
                job("{'model': 'scripted', 'seed': 5, 'zeroone': {'strategy': 'majority_vote', 'samples': 3}}");
        List<Happening> happenings = run(job);
        List<Happening> backwards = new ArrayList<>();
        for (int sample = 2; sample >= 0; sample--) {
            int each = sample;
            happenings.stream().filter(h -> h.sample() == each).forEach(backwards::add);
        }
        JobNarrator narrator = interpreter.narrator(job);
        List<String> told = tell(narrator, happenings).stream()
                .map(ResponseInterpreterTest::withoutSeals)
                .toList();
        assertThat(tell(interpreter.narrator(job), backwards).stream().map(ResponseInterpreterTest::withoutSeals))
                .isEqualTo(told);
        assertThat(narrator.progress().votes()).isEqualTo(2);
        assertThat(narrator.progress().bestAnswer()).contains("42");
    }

    @Test
    void a_prompt_costs_what_the_sample_read_of_it_that_found_least() {
        JobRequest job =
                job("{'model': 'scripted', 'seed': 5, 'zeroone': {'strategy': 'majority_vote', 'samples': 3}}");
        JobNarrator narrator = interpreter.narrator(job);
        narrator.begin();
        narrator.promptRead(1, 4);
        narrator.promptRead(0, 2);
        narrator.promptRead(2, 5);
        run(job).forEach(happening -> tell(narrator, happening));
        narrator.end(new JobEnding.Finished(), NOW);
        JsonNode usage = usage(narrator);
        assertThat(usage.path("input_tokens").asInt()).isEqualTo(6);
        assertThat(usage.path("input_tokens_details").path("cached_tokens").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_job_that_ends_before_its_samples_costs_what_they_wrote() {
        JobRequest job = job("{'model': 'scripted', 'seed': 5}");
        JobNarrator narrator = interpreter.narrator(job);
        narrator.begin();
        assertThat(usage(narrator).isMissingNode() || usage(narrator).isNull()).isTrue();
        run(job).subList(0, 27).forEach(happening -> tell(narrator, happening));
        narrator.end(new JobEnding.DeadlineMet(), NOW);
        JsonNode usage = usage(narrator);
        assertThat(usage.path("input_tokens").asInt()).isEqualTo(6);
        assertThat(usage.path("output_tokens").asInt()).isEqualTo(27);
        assertThat(usage.path("output_tokens_details").path("reasoning_tokens").asInt())
                .isEqualTo(27);
    }

    private static JsonNode usage(JobNarrator narrator) {
        return new JsonMapper().readTree(narrator.response(narrator.status())).path("usage");
    }

    @Test
    void a_job_that_is_cancelled_or_late_keeps_what_it_has() {
        JobRequest job = job("{'model': 'scripted', 'seed': 5}");
        List<Happening> half = run(job).subList(0, 27);
        JobNarrator cancelled = interpreter.narrator(job);
        cancelled.begin();
        half.forEach(h -> cancelled.token(0, h.token().orElseThrow()));
        cancelled.end(new JobEnding.Cancelled(), NOW);
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        var response = new JsonMapper().readTree(cancelled.response(cancelled.status()));
        assertThat(response.path("usage").isNull()).isTrue();
        assertThat(response.path("output")
                        .get(0)
                        .path("summary")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("First, think.");

        JobNarrator late = interpreter.narrator(job);
        late.begin();
        late.end(new JobEnding.DeadlineMet(), NOW);
        assertThat(late.status()).isEqualTo(JobStatus.INCOMPLETE);

        JobNarrator failed = interpreter.narrator(job);
        failed.begin();
        failed.end(new JobEnding.Failed("the model is gone"), NOW);
        assertThat(failed.response(failed.status())).contains("the model is gone");
    }

    @Test
    void an_earlier_thought_that_was_accepted_goes_on_after_its_seal_has_expired() {
        int[] earlier = TOKENIZER.encode("Hm");
        Specification specification = new Specification(
                "resp_1",
                NOW,
                Json.parse("{\"model\": \"scripted\", \"seed\": 5}"),
                List.of(),
                List.of(Message.user("What?")),
                Optional.of(sealer(NOW).seal(earlier, new SealedThought.Owner("key", "tenant", "scripted"))),
                "key",
                "tenant",
                ThoughtVisibility.SUMMARY);
        JobRequest job = new JobRequest("resp_1", "tenant", "scripted", NOW, specification.json(), 5, Optional.empty());
        ResponseInterpreter later = new ResponseInterpreter(interpreter.models(), sealer(NOW.plus(Duration.ofDays(9))));
        assertThat(later.plan(job).getFirst().resumed().tokens()).isEqualTo(earlier);
        assertThat(later.narrator(job).begin()).isNotEmpty();
    }

    @Test
    void a_specification_that_cannot_be_met_says_why() {
        assertThatThrownBy(() -> interpreter.plan(job("{'model': 'scripted', 'tools': [{}]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tools");
    }
}
