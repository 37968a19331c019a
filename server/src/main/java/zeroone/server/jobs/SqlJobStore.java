package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Jobs in a relational database. An owner's write names the fence and the length of the log that it knows. */
final class SqlJobStore implements JobStore {
    private static final long QUEUE_LOCK = 0x5a65726f4f6e6501L;
    private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(30);
    private static final int SWEPT_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final JobRows rows;
    private final CheckpointWriter writer;
    private final QueueReader queue;

    /** SQLite lets writers wait by sleeping, whoever comes first; a busy neighbour could keep one waiting for ever. */
    private final ReentrantLock turn = new ReentrantLock(true);

    SqlJobStore(Jdbi jdbi, Dialect dialect, CheckpointCipher cipher) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.rows = new JobRows(cipher);
        this.writer = new CheckpointWriter(rows);
        this.queue = new QueueReader(rows);
    }

    @Override
    public void add(JobRequest request, LogEntry first, int queuedAtMost, int queuedOfTenantAtMost) {
        transaction(handle -> {
            dialect.serialise(handle, QUEUE_LOCK);
            int inserted = handle.createUpdate("""
                            insert into job (id, tenant, model, status, priority, created_at, deadline_at,
                                entries, last_sequence, specification)
                            values (:id, :tenant, :model, 'QUEUED', :priority, :created, :deadline,
                                1, :last, :specification)
                            on conflict do nothing""")
                    .bind("id", request.id())
                    .bind("tenant", request.tenant())
                    .bind("model", request.model())
                    .bind("priority", request.priority())
                    .bind("created", JobRows.micros(request.createdAt()))
                    .bind("deadline", request.deadline().map(JobRows::micros).orElse(null))
                    .bind("last", first.lastSequence())
                    .bind("specification", rows.sealSpecification(request))
                    .execute();
            if (inserted == 0) {
                throw new IllegalArgumentException("there is a job of this id: " + request.id());
            }
            requireRoom(handle, request.tenant(), queuedAtMost, queuedOfTenantAtMost);
            writer.insert(handle, request, first);
            return true;
        });
    }

    private static void requireRoom(Handle handle, String tenant, int atMost, int ofTenantAtMost) {
        handle.createQuery("""
                        select count(*) as queued, sum(case when tenant = :tenant then 1 else 0 end) as of_tenant
                        from job where status = 'QUEUED'""")
                .bind("tenant", tenant)
                .map((row, _) -> {
                    requireRoom("there are", row.getInt("queued"), atMost);
                    requireRoom("you have", row.getInt("of_tenant"), ofTenantAtMost);
                    return true;
                })
                .one();
    }

    private static void requireRoom(String who, int queued, int atMost) {
        if (queued > atMost) {
            throw new JobsFullException(
                    who + " " + (queued - 1) + " background responses waiting, of at most " + atMost
                            + "; wait until some have begun, or cancel some",
                    RETRY_WHEN_FULL);
        }
    }

    @Override
    public Optional<StoredJob> find(String tenant, String id) {
        return read(handle -> handle.createQuery("select * from job where id = :id and tenant = :tenant")
                .bind("id", id)
                .bind("tenant", tenant)
                .map(rows::job)
                .findOne());
    }

    @Override
    public Optional<Position> position(String tenant, String id) {
        return read(handle -> handle.createQuery(
                        "select status, last_sequence from job where id = :id and tenant = :tenant")
                .bind("id", id)
                .bind("tenant", tenant)
                .map((row, _) -> new Position(
                        JobStatus.valueOf(row.getString("status")).terminal(), row.getLong("last_sequence")))
                .findOne());
    }

    @Override
    public List<LogEntry> log(JobRequest job, long fromNumber, int atMost) {
        return read(handle -> handle.createQuery("""
                        select * from job_log where job_id = :id and number >= :from order by number limit :most""")
                .bind("id", job.id())
                .bind("from", fromNumber)
                .bind("most", atMost)
                .map((row, _) -> rows.entry(job.tenant(), job.id(), row))
                .list());
    }

    @Override
    public List<LogEntry> events(String tenant, String id, long fromNumber, long afterSequence, int atMost) {
        return read(handle -> handle.createQuery("""
                        select number, last_sequence, events from job_log
                        where job_id = :id and number >= :from and last_sequence > :after
                        and exists (select 1 from job where id = :id and tenant = :tenant)
                        order by number limit :most""")
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("from", fromNumber)
                .bind("after", afterSequence)
                .bind("most", atMost)
                .map((row, _) -> rows.eventsOnly(tenant, id, row))
                .list());
    }

    @Override
    public Optional<Lease> claim(String owner, Set<String> models, int runningOfTenantAtMost, Instant now) {
        return transaction(handle -> {
            dialect.serialise(handle, QUEUE_LOCK);
            return queue.next(handle, owner, models, runningOfTenantAtMost, now);
        });
    }

    @Override
    public Optional<Lease> claimExpired(String owner, Set<String> models, Instant now) {
        return transaction(handle -> {
            dialect.serialise(handle, QUEUE_LOCK);
            return queue.expired(handle, owner, models, now);
        });
    }

    @Override
    public Optional<Lease> seize(String owner, String tenant, String id) {
        return transaction(handle -> handle.createQuery("""
                        update job set status = 'IN_PROGRESS', owner = :owner, fence = fence + 1, beat = 0
                        where id = :id and tenant = :tenant and status in ('QUEUED', 'IN_PROGRESS') returning *""")
                .bind("owner", owner)
                .bind("id", id)
                .bind("tenant", tenant)
                .map(rows::lease)
                .findOne());
    }

    @Override
    public List<Receipt> append(List<Checkpoint> checkpoints, Instant now) {
        return transaction(handle -> {
            List<Receipt> receipts = new ArrayList<>();
            for (Checkpoint checkpoint : checkpoints) {
                receipts.add(writer.append(handle, checkpoint, now));
            }
            return receipts;
        });
    }

    @Override
    public void release(Lease lease, int attempts, Instant notBefore) {
        transaction(handle -> handle.createUpdate("""
                        update job set status = 'QUEUED', owner = null, attempts = :attempts, not_before = :before
                        where id = :id and fence = :fence and status = 'IN_PROGRESS'""")
                .bind("attempts", attempts)
                .bind("before", JobRows.micros(notBefore))
                .bind("id", lease.id())
                .bind("fence", lease.fence())
                .execute());
    }

    @Override
    public List<Heartbeat> heartbeats() {
        return read(handle -> handle.createQuery("select id, fence, beat from job where status = 'IN_PROGRESS'")
                .map((row, _) -> new Heartbeat(row.getString("id"), row.getLong("fence"), row.getLong("beat")))
                .list());
    }

    @Override
    public boolean reclaim(Heartbeat last) {
        return change("""
                update job set status = 'QUEUED', owner = null, fence = fence + 1
                where status = 'IN_PROGRESS' and id = ? and fence = ? and beat = ?""", last.id(), last.fence(), last.beat());
    }

    /** Queues all jobs again that somebody ran. */
    void reclaimAll() {
        change("update job set status = 'QUEUED', owner = null, fence = fence + 1 where status = 'IN_PROGRESS'");
    }

    @Override
    public boolean requestAnswer(String tenant, String id) {
        return change("""
                update job set answer_now = 1
                where tenant = ? and id = ? and status in ('QUEUED', 'IN_PROGRESS')""", tenant, id);
    }

    @Override
    public boolean requestCancel(String tenant, String id) {
        return change("""
                update job set cancelled = 1
                where tenant = ? and id = ? and status in ('QUEUED', 'IN_PROGRESS')""", tenant, id);
    }

    @Override
    public boolean delete(String tenant, String id) {
        return transaction(handle -> {
            boolean deleted = handle.execute("delete from job where tenant = ? and id = ?", tenant, id) > 0;
            if (deleted) {
                handle.execute("delete from job_log where job_id = ?", id);
            }
            return deleted;
        });
    }

    @Override
    public int sweep(Instant endedBefore) {
        return transaction(handle -> {
            List<String> old = handle.createQuery("select id from job where finished_at < :before limit :most")
                    .bind("before", JobRows.micros(endedBefore))
                    .bind("most", SWEPT_AT_ONCE)
                    .mapTo(String.class)
                    .list();
            for (String id : old) {
                handle.execute("delete from job_log where job_id = ?", id);
                handle.execute("delete from job where id = ?", id);
            }
            return old.size();
        });
    }

    private boolean change(String update, Object... arguments) {
        return transaction(handle -> handle.execute(update, arguments) > 0);
    }

    private <T> T transaction(Function<Handle, T> work) {
        return switch (dialect) {
            case POSTGRESQL -> reached(() -> jdbi.inTransaction(work::apply));
            case SQLITE -> {
                turn.lock();
                try {
                    yield reached(() -> jdbi.inTransaction(work::apply));
                } finally {
                    turn.unlock();
                }
            }
        };
    }

    private <T> T read(Function<Handle, T> work) {
        return reached(() -> jdbi.withHandle(work::apply));
    }

    static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException failure) {
            throw new StoreUnavailableException("the store of jobs failed; try again", failure);
        }
    }
}
