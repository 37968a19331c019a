package zeroone.server.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database of jobs and responses: a SQLite file of one server, or a PostgreSQL database of several. Opening it brings
 * its tables up to date. What users and models wrote is encrypted in it.
 */
public final class JobDatabase implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String MIGRATIONS = "classpath:zeroone/server/jobs/";
    private static final int POSTGRESQL_CONNECTIONS = 8;

    private static final int CONNECTION_MILLIS = 3_000;

    private final HikariDataSource pool;
    private final Optional<FileChannel> lock;
    private final SqlJobStore jobs;
    private final CheckpointCipher cipher;

    private JobDatabase(HikariDataSource pool, Dialect dialect, Optional<FileChannel> lock, CheckpointCipher cipher) {
        this.pool = pool;
        this.lock = lock;
        this.cipher = cipher;
        this.jobs = new SqlJobStore(Jdbi.create(pool), dialect, cipher);
    }

    /**
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=…&password=…}
     * @throws IllegalArgumentException if it is neither
     * @throws IllegalStateException if another server uses the SQLite file
     * @throws StoreUnavailableException if it cannot be opened
     */
    public static JobDatabase open(String url, CheckpointCipher cipher) {
        if (url.startsWith(SQLITE)) {
            return openSqlite(url, cipher, Map.of());
        }
        if (url.startsWith(POSTGRESQL)) {
            HikariConfig config = config(url, POSTGRESQL_CONNECTIONS);
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("socketTimeout", "30");
            return open(config, Dialect.POSTGRESQL, Optional.empty(), cipher);
        }
        throw new IllegalArgumentException("the store must be " + SQLITE + "FILE or " + POSTGRESQL
                + "//HOST/DATABASE, not '" + withoutSecrets(url) + "'");
    }

    /** @param pragmas more of SQLite's settings, by name */
    static JobDatabase openSqlite(String url, CheckpointCipher cipher, Map<String, String> pragmas) {
        String name = url.substring(SQLITE.length());
        if (name.isBlank() || name.startsWith(":") || name.contains("?")) {
            throw new IllegalArgumentException("the store must be a file, so that it outlives the process: '" + name
                    + "'; give " + SQLITE + "FILE, without parameters");
        }
        Path file = Path.of(name).toAbsolutePath();
        FileChannel lock = lock(file);
        HikariConfig config = config(SQLITE + file, 2);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        pragmas.forEach(config::addDataSourceProperty);
        JobDatabase database = open(config, Dialect.SQLITE, Optional.of(lock), cipher);
        try {
            // The lock proves that whoever ran these is gone.
            database.jobs.reclaimAll();
        } catch (StoreUnavailableException failure) {
            database.close();
            throw new StoreUnavailableException("the store of jobs cannot be written: " + file, failure);
        }
        return database;
    }

    private static JobDatabase open(
            HikariConfig config, Dialect dialect, Optional<FileChannel> lock, CheckpointCipher cipher) {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS + dialect.name().toLowerCase(Locale.ROOT))
                    .load()
                    .migrate();
            return new JobDatabase(pool, dialect, lock, cipher);
        } catch (FlywayException | HikariPool.PoolInitializationException failure) {
            if (pool != null) {
                pool.close();
            }
            lock.ifPresent(JobDatabase::close);
            throw new StoreUnavailableException(
                    "the store of jobs cannot be opened: " + withoutSecrets(config.getJdbcUrl()), failure);
        }
    }

    private static HikariConfig config(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("jobs");
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        return config;
    }

    private static FileChannel lock(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException failure) {
            throw new StoreUnavailableException("the store of jobs cannot be locked: " + beside, failure);
        }
        throw new IllegalStateException("another server uses the store " + file
                + "; stop it, give this one a file of its own, or let both use PostgreSQL");
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        String address = parameters < 0 ? url : url.substring(0, parameters) + "?…";
        return address.replaceFirst("//[^/@]*@", "//…@");
    }

    JobStore jobs() {
        return jobs;
    }

    /**
     * The store of responses that ran in the foreground.
     *
     * @param ofTenantAtMost responses that are kept of one tenant
     */
    public ResponseStore responses(int ofTenantAtMost) {
        return new SqlResponseStore(Jdbi.create(pool), cipher, ofTenantAtMost);
    }

    @Override
    public void close() {
        pool.close();
        lock.ifPresent(JobDatabase::close);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
