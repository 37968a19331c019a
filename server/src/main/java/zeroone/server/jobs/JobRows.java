package zeroone.server.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Columns into values and back; what users and models wrote is sealed to the place where it is kept. */
final class JobRows {
    private final CheckpointCipher cipher;

    JobRows(CheckpointCipher cipher) {
        this.cipher = cipher;
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    Lease lease(ResultSet row, StatementContext context) throws SQLException {
        return new Lease(
                request(row),
                row.getLong("fence"),
                row.getLong("entries"),
                row.getLong("last_sequence"),
                row.getInt("attempts"),
                row.getLong("answer_now") != 0,
                row.getLong("cancelled") != 0);
    }

    StoredJob job(ResultSet row, StatementContext context) throws SQLException {
        JobRequest request = request(row);
        JobStatus status = JobStatus.valueOf(row.getString("status"));
        Optional<Outcome> outcome =
                status.terminal() ? Optional.of(outcome(request, status, row.getBytes("outcome"))) : Optional.empty();
        return new StoredJob(request, status, row.getLong("entries"), row.getLong("last_sequence"), outcome);
    }

    private JobRequest request(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String tenant = row.getString("tenant");
        byte[] specification = cipher.open(row.getBytes("specification"), place(tenant, id, "specification"));
        long micros = row.getLong("deadline_at");
        Optional<Instant> deadline = row.wasNull() ? Optional.empty() : Optional.of(instant(micros));
        return new JobRequest(
                id,
                tenant,
                row.getString("model"),
                instant(row.getLong("created_at")),
                new String(specification, StandardCharsets.UTF_8),
                row.getInt("priority"),
                deadline);
    }

    LogEntry entry(String tenant, String id, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        byte[] told = cipher.open(row.getBytes("tokens"), place(tenant, id, "tokens/" + number));
        LogEntry events = eventsOnly(tenant, id, row);
        return new LogEntry(number, events.lastSequence(), LogCodec.decodeTold(told), events.events());
    }

    LogEntry eventsOnly(String tenant, String id, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        byte[] events = cipher.open(row.getBytes("events"), place(tenant, id, "events/" + number));
        return new LogEntry(number, row.getLong("last_sequence"), List.of(), LogCodec.decodeEvents(events));
    }

    byte[] sealSpecification(JobRequest request) {
        return cipher.seal(
                request.specification().getBytes(StandardCharsets.UTF_8),
                place(request.tenant(), request.id(), "specification"));
    }

    byte[] sealTold(String tenant, String id, LogEntry entry) {
        return cipher.seal(LogCodec.encodeTold(entry.told()), place(tenant, id, "tokens/" + entry.number()));
    }

    byte[] sealEvents(String tenant, String id, LogEntry entry) {
        return cipher.seal(LogCodec.encodeEvents(entry.events()), place(tenant, id, "events/" + entry.number()));
    }

    byte[] sealOutcome(JobRequest request, Outcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            LogCodec.writeText(out, outcome.response());
            JobProgress progress = outcome.progress();
            out.writeLong(progress.tokens());
            out.writeLong(progress.thoughtTokens());
            out.writeInt(progress.samplesFinished());
            out.writeInt(progress.samples());
            out.writeBoolean(progress.bestAnswer().isPresent());
            LogCodec.writeText(out, progress.bestAnswer().orElse(""));
            out.writeInt(progress.votes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return cipher.seal(bytes.toByteArray(), place(request.tenant(), request.id(), "outcome"));
    }

    private Outcome outcome(JobRequest request, JobStatus status, byte[] sealed) {
        byte[] bytes = cipher.open(sealed, place(request.tenant(), request.id(), "outcome"));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String response = LogCodec.readText(in);
            long tokens = in.readLong();
            long thoughtTokens = in.readLong();
            int finished = in.readInt();
            int samples = in.readInt();
            boolean answered = in.readBoolean();
            String answer = LogCodec.readText(in);
            return new Outcome(
                    status,
                    response,
                    new JobProgress(
                            tokens,
                            thoughtTokens,
                            finished,
                            samples,
                            answered ? Optional.of(answer) : Optional.empty(),
                            in.readInt()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the outcome of job " + request.id() + " cannot be read", broken);
        }
    }

    /** Lengths keep a tenant's name from reaching into the rest. */
    private static String place(String tenant, String id, String column) {
        return tenant.length() + ":" + tenant + "/" + id.length() + ":" + id + "/" + column;
    }
}
