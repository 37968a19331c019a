package zeroone.server.jobs;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes logs. A checkpoint names the fence and the length of the log that its owner knows; where they are others by now,
 * nothing is written.
 */
final class CheckpointWriter {
    private final JobRows rows;

    CheckpointWriter(JobRows rows) {
        this.rows = rows;
    }

    Receipt append(Handle handle, Checkpoint checkpoint, Instant now) {
        Lease before = checkpoint.lease();
        Lease after = checkpoint.next();
        Optional<Outcome> outcome = checkpoint.outcome();
        Optional<Boolean> answerNow = handle.createQuery("""
                        update job set beat = beat + 1, attempts = case when :tokens then 0 else attempts end,
                            entries = :entries, last_sequence = :last, status = :status, outcome = :outcome,
                            finished_at = :finished, owner = case when :ended then null else owner end
                        where id = :id and fence = :fence and entries = :known and status = 'IN_PROGRESS'
                        returning answer_now""")
                .bind("tokens", checkpoint.hasTokens())
                .bind("entries", after.entries())
                .bind("last", after.lastSequence())
                .bind(
                        "status",
                        outcome.map(Outcome::status)
                                .orElse(JobStatus.IN_PROGRESS)
                                .name())
                .bind(
                        "outcome",
                        outcome.map(ended -> rows.sealOutcome(before.request(), ended))
                                .orElse(null))
                .bind("finished", outcome.map(_ -> JobRows.micros(now)).orElse(null))
                .bind("ended", outcome.isPresent())
                .bind("id", before.id())
                .bind("fence", before.fence())
                .bind("known", before.entries())
                .map((row, _) -> row.getLong("answer_now") != 0)
                .findOne();
        if (answerNow.isEmpty()) {
            return written(handle, checkpoint) ? Receipt.KEPT : Receipt.LOST;
        }
        checkpoint.entry().ifPresent(entry -> insert(handle, before.request(), entry));
        return answerNow.get() ? Receipt.KEPT_ANSWER_NOW : Receipt.KEPT;
    }

    /** Whether an earlier try did happen, although its owner did not hear of it. */
    private static boolean written(Handle handle, Checkpoint checkpoint) {
        JobStatus status = checkpoint.outcome().map(Outcome::status).orElse(JobStatus.IN_PROGRESS);
        return handle.createQuery("""
                                select count(*) from job where id = :id and fence = :fence and entries = :entries
                                and status = :status""")
                        .bind("id", checkpoint.lease().id())
                        .bind("fence", checkpoint.lease().fence())
                        .bind("entries", checkpoint.next().entries())
                        .bind("status", status.name())
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    void insert(Handle handle, JobRequest request, LogEntry entry) {
        handle.createUpdate("""
                        insert into job_log (job_id, number, last_sequence, tokens, events)
                        values (:id, :number, :last, :tokens, :events)""")
                .bind("id", request.id())
                .bind("number", entry.number())
                .bind("last", entry.lastSequence())
                .bind("tokens", rows.sealTold(request.tenant(), request.id(), entry))
                .bind("events", rows.sealEvents(request.tenant(), request.id(), entry))
                .execute();
    }
}
