package zeroone.server.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Responses in a relational database, encrypted. */
final class SqlResponseStore implements ResponseStore {
    private final Jdbi jdbi;
    private final CheckpointCipher cipher;
    private final int ofTenantAtMost;

    SqlResponseStore(Jdbi jdbi, CheckpointCipher cipher, int ofTenantAtMost) {
        if (ofTenantAtMost < 1) {
            throw new IllegalArgumentException("at least one response of a tenant must be kept: " + ofTenantAtMost);
        }
        this.jdbi = jdbi;
        this.cipher = cipher;
        this.ofTenantAtMost = ofTenantAtMost;
    }

    @Override
    public void put(StoredResponse response) {
        byte[] body = cipher.seal(encode(response), place(response.tenant(), response.id()));
        SqlJobStore.reached(() -> jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into response (tenant, id, created_at, body) values (:tenant, :id, :created, :body)
                            on conflict (tenant, id) do update set created_at = :created, body = :body""")
                    .bind("tenant", response.tenant())
                    .bind("id", response.id())
                    .bind("created", JobRows.micros(response.createdAt()))
                    .bind("body", body)
                    .execute();
            return handle.createUpdate("""
                            delete from response where tenant = :tenant and id in (
                                select id from response where tenant = :tenant
                                order by created_at desc, id limit 100 offset :most)""")
                    .bind("tenant", response.tenant())
                    .bind("most", ofTenantAtMost)
                    .execute();
        }));
    }

    @Override
    public Optional<StoredResponse> get(String tenant, String id) {
        return SqlJobStore.reached(() -> jdbi.withHandle(
                handle -> handle.createQuery("select * from response where tenant = :tenant and id = :id")
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .map((row, _) -> response(row))
                        .findOne()));
    }

    @Override
    public boolean delete(String tenant, String id) {
        return SqlJobStore.reached(() -> jdbi.withHandle(
                handle -> handle.execute("delete from response where tenant = ? and id = ?", tenant, id) > 0));
    }

    private StoredResponse response(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant");
        String id = row.getString("id");
        byte[] body = cipher.open(row.getBytes("body"), place(tenant, id));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return new StoredResponse(
                    id,
                    tenant,
                    JobRows.instant(row.getLong("created_at")),
                    LogCodec.readText(in),
                    LogCodec.readText(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("the response " + id + " cannot be read", broken);
        }
    }

    private static byte[] encode(StoredResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            LogCodec.writeText(out, response.specification());
            LogCodec.writeText(out, response.response());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String place(String tenant, String id) {
        return tenant.length() + ":" + tenant + "/" + id.length() + ":" + id + "/response";
    }
}
