package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenEvent;

/** What every database must do for jobs. */
@ParameterizedClass
@MethodSource("zeroone.server.jobs.Databases#kinds")
class JobStoreTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.123456Z");
    private static final Set<String> MODELS = Set.of("tiny");

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Databases.Kind kind;
    private JobDatabase database;
    private JobStore store;
    private String url;

    JobStoreTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() throws Exception {
        url = DATABASES.url(kind);
        database = JobDatabase.open(url, new BoundCipher());
        store = database.jobs();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_job_comes_back_as_it_was_asked_for() {
        JobRequest request = new JobRequest(
                "resp_1", "ada", "tiny", NOW, "what is 6·7?", 3, Optional.of(NOW.plus(Duration.ofHours(1))));
        store.add(request, first(), 10, 10);
        StoredJob job = store.find("ada", "resp_1").orElseThrow();
        assertThat(job.request()).isEqualTo(request);
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.lastSequence()).isEqualTo(1);
        add("resp_2", "ada", 0);
        assertThat(store.find("ada", "resp_2").orElseThrow().request()).isEqualTo(request("resp_2", "ada", 0));
    }

    @Test
    void another_tenants_id_is_an_unknown_id() {
        add("resp_1", "ada", 0);
        assertThat(store.find("bob", "resp_1")).isEmpty();
        assertThat(store.position("bob", "resp_1")).isEmpty();
        assertThat(store.events("bob", "resp_1", 0, -1, 10)).isEmpty();
        assertThat(store.requestCancel("bob", "resp_1")).isFalse();
        assertThat(store.requestAnswer("bob", "resp_1")).isFalse();
        assertThat(store.seize("server", "bob", "resp_1")).isEmpty();
        assertThat(store.delete("bob", "resp_1")).isFalse();
        assertThat(store.find("ada", "resp_1")).isPresent();
    }

    @Test
    void an_id_is_given_once() {
        add("resp_1", "ada", 0);
        assertThatThrownBy(() -> add("resp_1", "bob", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resp_1");
    }

    @Test
    void a_full_queue_refuses_with_its_numbers() {
        store.add(request("resp_1", "ada", 0), first(), 3, 1);
        assertThatThrownBy(() -> store.add(request("resp_2", "ada", 0), first(), 3, 1))
                .isInstanceOf(JobsFullException.class)
                .hasMessageContaining("you have 1 background responses waiting, of at most 1");
        store.add(request("resp_3", "bob", 0), first(), 3, 1);
        store.add(request("resp_4", "eve", 0), first(), 3, 1);
        assertThatThrownBy(() -> store.add(request("resp_5", "dan", 0), first(), 3, 1))
                .isInstanceOf(JobsFullException.class)
                .hasMessageContaining("there are 3");
        assertThat(store.find("ada", "resp_2")).as("nothing was accepted").isEmpty();
        claim();
        store.add(request("resp_5", "dan", 0), first(), 3, 1);
    }

    @Test
    void greater_priority_goes_first_then_the_tenant_that_runs_fewest_then_age() {
        add("resp_a1", "ada", 0);
        add("resp_a2", "ada", 0);
        add("resp_b1", "bob", 0);
        add("resp_b2", "bob", 7);
        assertThat(claim().id()).isEqualTo("resp_b2");
        assertThat(claim().id()).isEqualTo("resp_a1");
        assertThat(claim().id()).isEqualTo("resp_a2");
        assertThat(claim().id()).isEqualTo("resp_b1");
        assertThat(store.claim("server", MODELS, 9, NOW)).isEmpty();
    }

    @Test
    void a_tenant_runs_no_more_than_its_share() {
        add("resp_a1", "ada", 0);
        add("resp_a2", "ada", 0);
        add("resp_b1", "bob", 0);
        Lease first = store.claim("server", MODELS, 1, NOW).orElseThrow();
        assertThat(store.claim("server", MODELS, 1, NOW).orElseThrow().id()).isEqualTo("resp_b1");
        assertThat(store.claim("server", MODELS, 1, NOW)).isEmpty();
        store.append(List.of(ended(first)), NOW);
        assertThat(store.claim("server", MODELS, 1, NOW).orElseThrow().id()).isEqualTo("resp_a2");
    }

    @Test
    void a_server_claims_only_jobs_of_its_models() {
        add("resp_1", "ada", 0);
        assertThat(store.claim("server", Set.of("huge"), 9, NOW)).isEmpty();
    }

    @Test
    void a_log_keeps_tokens_and_events_exactly() {
        Lease lease = added("resp_1");
        LogEntry entry = entry(lease, 0, 2);
        assertThat(store.append(List.of(new Checkpoint(lease, Optional.of(entry), Optional.empty())), NOW))
                .containsExactly(Receipt.KEPT);
        assertThat(store.log(lease.request(), 1, 10)).containsExactly(entry);
        assertThat(store.events("ada", "resp_1", 0, 1, 10))
                .extracting(LogEntry::events)
                .containsExactly(entry.events());
        assertThat(store.position("ada", "resp_1")).contains(new JobStore.Position(false, 3));
    }

    @Test
    void a_checkpoint_that_comes_twice_is_kept_once() {
        Lease lease = added("resp_1");
        Checkpoint checkpoint = new Checkpoint(lease, Optional.of(entry(lease, 0, 2)), Optional.empty());
        store.append(List.of(checkpoint), NOW);
        assertThat(store.append(List.of(checkpoint), NOW)).containsExactly(Receipt.KEPT);
        assertThat(store.log(lease.request(), 0, 10)).hasSize(2);
        Checkpoint last = ended(checkpoint.next());
        store.append(List.of(last), NOW);
        assertThat(store.append(List.of(last), NOW)).containsExactly(Receipt.KEPT);
    }

    @Test
    void an_owner_that_lost_its_lease_cannot_write() {
        Lease stale = added("resp_1");
        Lease fresh = store.seize("another", "ada", "resp_1").orElseThrow();
        assertThat(fresh.fence()).isGreaterThan(stale.fence());
        Lease neighbour = added("resp_2");
        assertThat(store.append(
                        List.of(
                                new Checkpoint(stale, Optional.of(entry(stale, 0, 2)), Optional.empty()),
                                new Checkpoint(neighbour, Optional.of(entry(neighbour, 0, 2)), Optional.empty())),
                        NOW))
                .containsExactly(Receipt.LOST, Receipt.KEPT);
        store.release(stale, 1, NOW);
        assertThat(store.append(List.of(ended(fresh)), NOW)).containsExactly(Receipt.KEPT);
        assertThat(store.append(List.of(ended(stale)), NOW)).containsExactly(Receipt.LOST);
        assertThat(store.log(stale.request(), 0, 10)).hasSize(1);
    }

    @Test
    void a_job_is_taken_from_an_owner_whose_heart_stopped_and_from_no_other() {
        Lease lease = added("resp_1");
        Heartbeat before = store.heartbeats().getFirst();
        store.append(List.of(new Checkpoint(lease, Optional.empty(), Optional.empty())), NOW);
        assertThat(store.reclaim(before)).isFalse();
        assertThat(store.reclaim(store.heartbeats().getFirst())).isTrue();
        assertThat(store.append(List.of(ended(lease)), NOW)).containsExactly(Receipt.LOST);
        assertThat(claim().attempts()).as("begun again without a token").isEqualTo(2);
    }

    @Test
    void an_attempt_that_wrote_tokens_is_forgiven() {
        Lease lease = added("resp_1");
        Checkpoint checkpoint = new Checkpoint(lease, Optional.of(entry(lease, 0, 2)), Optional.empty());
        store.append(List.of(checkpoint), NOW);
        store.reclaim(store.heartbeats().getFirst());
        Lease again = claim();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.entries()).isEqualTo(2);
        assertThat(again.lastSequence()).isEqualTo(3);
    }

    @Test
    void a_job_that_was_given_back_waits_until_its_time() {
        Lease lease = added("resp_1");
        store.release(lease, 4, NOW.plusSeconds(10));
        assertThat(store.claim("server", MODELS, 9, NOW)).isEmpty();
        assertThat(store.claim("server", MODELS, 9, NOW.plusSeconds(10))
                        .orElseThrow()
                        .attempts())
                .isEqualTo(5);
    }

    @Test
    void wishes_are_remembered_for_whoever_runs_the_job() {
        Lease lease = added("resp_1");
        assertThat(store.requestAnswer("ada", "resp_1")).isTrue();
        assertThat(store.append(List.of(new Checkpoint(lease, Optional.empty(), Optional.empty())), NOW))
                .containsExactly(Receipt.KEPT_ANSWER_NOW);
        assertThat(store.requestCancel("ada", "resp_1")).isTrue();
        Lease next = store.seize("another", "ada", "resp_1").orElseThrow();
        assertThat(next.answerNow()).isTrue();
        assertThat(next.cancelled()).isTrue();
    }

    @Test
    void a_job_that_has_ended_stays_as_it_is() {
        Lease lease = added("resp_1");
        store.append(List.of(ended(lease)), NOW);
        StoredJob job = store.find("ada", "resp_1").orElseThrow();
        assertThat(job.outcome()).contains(ended(lease).outcome().orElseThrow());
        assertThat(store.requestCancel("ada", "resp_1")).isFalse();
        assertThat(store.requestAnswer("ada", "resp_1")).isFalse();
        assertThat(store.seize("another", "ada", "resp_1")).isEmpty();
        assertThat(store.heartbeats()).isEmpty();
    }

    @Test
    void a_job_that_cannot_be_read_stands_in_nobodys_way_and_is_there_when_it_can() {
        Optional<Instant> deadline = Optional.of(NOW);
        store.add(new JobRequest("resp_1", "ada", "tiny", NOW, "x", 9, deadline), first(), 9, 9);
        store.add(new JobRequest("resp_2", "ada", "tiny", NOW, "x", 0, Optional.empty()), first(), 9, 9);
        store.add(new JobRequest("resp_3", "bob", "tiny", NOW, "x", 0, deadline), first(), 9, 9);
        reopen(new BoundCipher() {
            @Override
            public byte[] open(byte[] sealed, String context) {
                if (context.contains("resp_1")) {
                    throw new IllegalArgumentException("the key that sealed this is gone");
                }
                return super.open(sealed, context);
            }
        });
        assertThat(claim().id()).as("the next one").isEqualTo("resp_2");
        assertThat(store.claimExpired("server", MODELS, NOW).orElseThrow().id()).isEqualTo("resp_3");
        assertThat(store.claim("server", MODELS, 9, NOW)).isEmpty();
        assertThat(store.claimExpired("server", MODELS, NOW)).isEmpty();
        reopen(new BoundCipher());
        Lease again = store.claim("server", MODELS, 9, NOW.plus(Duration.ofMinutes(5)))
                .orElseThrow();
        assertThat(again.id()).isEqualTo("resp_1");
        assertThat(again.attempts()).isEqualTo(1);
    }

    private void reopen(CheckpointCipher cipher) {
        database.close();
        database = JobDatabase.open(url, cipher);
        store = database.jobs();
    }

    @Test
    void an_expired_job_is_claimed_to_be_ended() {
        store.add(new JobRequest("resp_1", "ada", "tiny", NOW, "x", 0, Optional.of(NOW.plusSeconds(5))), first(), 9, 9);
        assertThat(store.claimExpired("server", MODELS, NOW)).isEmpty();
        assertThat(store.claimExpired("server", MODELS, NOW.plusSeconds(5))).isPresent();
    }

    @Test
    void what_was_deleted_is_gone_and_its_owner_cannot_write_it_back() {
        Lease lease = added("resp_1");
        assertThat(store.delete("ada", "resp_1")).isTrue();
        assertThat(store.delete("ada", "resp_1")).isFalse();
        assertThat(store.append(List.of(ended(lease)), NOW)).containsExactly(Receipt.LOST);
        assertThat(store.log(lease.request(), 0, 10)).isEmpty();
    }

    @Test
    void jobs_are_forgotten_when_they_ended_long_ago() {
        Lease lease = added("resp_1");
        add("resp_2", "ada", 0);
        store.append(List.of(ended(lease)), NOW);
        assertThat(store.sweep(NOW)).isZero();
        assertThat(store.sweep(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(store.find("ada", "resp_1")).isEmpty();
        assertThat(store.find("ada", "resp_2")).isPresent();
    }

    @Test
    void responses_are_kept_up_to_a_number_of_each_tenant() {
        ResponseStore responses = database.responses(2);
        responses.put(response("resp_1", "ada", 1));
        responses.put(response("resp_2", "ada", 2));
        responses.put(response("resp_9", "bob", 0));
        responses.put(response("resp_3", "ada", 3));
        assertThat(responses.get("ada", "resp_1")).isEmpty();
        assertThat(responses.get("ada", "resp_2")).contains(response("resp_2", "ada", 2));
        assertThat(responses.get("bob", "resp_9")).isPresent();
        assertThat(responses.get("bob", "resp_2")).isEmpty();
        assertThat(responses.delete("bob", "resp_2")).isFalse();
        assertThat(responses.delete("ada", "resp_2")).isTrue();
        assertThat(responses.get("ada", "resp_2")).isEmpty();
    }

    @Test
    void everything_is_there_when_the_database_is_opened_again() {
        Lease lease = added("resp_1");
        store.append(List.of(new Checkpoint(lease, Optional.of(entry(lease, 0, 2)), Optional.empty())), NOW);
        database.close();
        database = JobDatabase.open(url, new BoundCipher());
        assertThat(database.jobs().log(lease.request(), 0, 10)).hasSize(2);
    }

    private void add(String id, String tenant, int priority) {
        store.add(request(id, tenant, priority), first(), 100, 100);
    }

    private Lease added(String id) {
        add(id, "ada", 0);
        return claim();
    }

    private Lease claim() {
        return store.claim("server", MODELS, 9, NOW).orElseThrow();
    }

    private static JobRequest request(String id, String tenant, int priority) {
        return new JobRequest(id, tenant, "tiny", NOW, "x", priority, Optional.empty());
    }

    private static StoredResponse response(String id, String tenant, int second) {
        return new StoredResponse(id, tenant, NOW.plusSeconds(second), "asked", "answered");
    }

    private static LogEntry first() {
        return LogEntry.after(
                0, -1, List.of(), List.of(new JobEvent(0, "response.created", "{}"), new JobEvent(1, "x", "{}")));
    }

    private static LogEntry entry(Lease lease, int position, int firstEvent) {
        TokenEvent sampled = new TokenEvent(
                0,
                position,
                300_000,
                -1.5f,
                Float.NaN,
                List.of(new Alternative(7, -0.25f)),
                TokenEvent.Phase.THOUGHT,
                false);
        TokenEvent forced = new TokenEvent(0, position + 1, 257, 0, 0, List.of(), TokenEvent.Phase.ANSWER, true);
        return LogEntry.after(
                lease.entries(),
                lease.lastSequence(),
                List.of(
                        new Told.Token(0, sampled),
                        new Told.Token(1, sampled),
                        new Told.Token(0, forced),
                        new Told.End(0, FinishReason.STOP_STRING, 1, true)),
                List.of(
                        new JobEvent(firstEvent, "response.output_text.delta", "{\"delta\":\"é\"}"),
                        new JobEvent(firstEvent + 1, "response.output_text.delta", "{}")));
    }

    private static Checkpoint ended(Lease lease) {
        JobProgress progress = new JobProgress(5, 3, 1, 2, Optional.of("42"), 1);
        return new Checkpoint(
                lease, Optional.empty(), Optional.of(new Outcome(JobStatus.COMPLETED, "{\"é\":1}", progress)));
    }
}
