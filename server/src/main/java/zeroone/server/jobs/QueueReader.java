package zeroone.server.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Leases queued jobs. One that cannot be read, for example because the key that sealed it is not there, waits for a while
 * and stands in nobody's way.
 */
final class QueueReader {
    private static final System.Logger LOG = System.getLogger("zeroone.server.jobs");

    /** A time to wait for that is farther away was written while the clock was wrong. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final int UNREADABLE_AT_ONCE = 100;

    private final JobRows rows;

    QueueReader(JobRows rows) {
        this.rows = rows;
    }

    /** @param lease empty if the job cannot be read */
    private record Claimed(String id, Optional<Lease> lease) {}

    Optional<Lease> next(Handle handle, String owner, Set<String> models, int runningOfTenantAtMost, Instant now) {
        return claim(handle, owner, models, now, """
                select id from (
                    select id, priority, created_at, (select count(*) from job r
                        where r.tenant = j.tenant and r.status = 'IN_PROGRESS') as running
                    from job j where status = 'QUEUED' and model in (<models>)
                        and (not_before <= :now or not_before > :latest)) as waiting
                where running < %d
                order by priority desc, running, created_at, id limit 1""".formatted(runningOfTenantAtMost));
    }

    /** What was given back does not wait for its time here; what cannot be read comes last. */
    Optional<Lease> expired(Handle handle, String owner, Set<String> models, Instant now) {
        return claim(handle, owner, models, now, """
                select id from job where status = 'QUEUED' and deadline_at <= :now and :now < :latest
                    and model in (<models>)
                order by not_before, deadline_at limit 1""");
    }

    private Optional<Lease> claim(Handle handle, String owner, Set<String> models, Instant now, String next) {
        for (int c = 0; c < UNREADABLE_AT_ONCE; c++) {
            Optional<Claimed> claimed = handle.createQuery("""
                            update job set status = 'IN_PROGRESS', owner = :owner, fence = fence + 1, beat = 0,
                                attempts = attempts + 1
                            where status = 'QUEUED' and id = (""" + next + ") returning *")
                    .bind("owner", owner)
                    .bind("now", JobRows.micros(now))
                    .bind("latest", JobRows.micros(now.plus(LONGEST_PAUSE)))
                    .bindList("models", List.copyOf(models))
                    .map(this::claimed)
                    .findOne();
            if (claimed.isEmpty() || claimed.get().lease().isPresent()) {
                return claimed.flatMap(Claimed::lease);
            }
            postpone(handle, claimed.get().id(), now);
        }
        return Optional.empty();
    }

    private Claimed claimed(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        try {
            return new Claimed(id, Optional.of(rows.lease(row, context)));
        } catch (IllegalArgumentException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "job {0} cannot be read and waits: {1}",
                    id,
                    String.valueOf(unreadable.getMessage()));
            return new Claimed(id, Optional.empty());
        }
    }

    private static void postpone(Handle handle, String id, Instant now) {
        handle.execute(
                "update job set status = 'QUEUED', owner = null, attempts = 0, not_before = ? where id = ?",
                JobRows.micros(now.plus(LONGEST_PAUSE)),
                id);
    }
}
