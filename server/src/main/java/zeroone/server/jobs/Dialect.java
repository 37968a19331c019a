package zeroone.server.jobs;

import org.jdbi.v3.core.Handle;

/** Where the databases differ. */
enum Dialect {
    /** Transactions begin as writers, so they run one after the other anyway. One process uses the file. */
    SQLITE {
        @Override
        void serialise(Handle handle, long lock) {}
    },
    POSTGRESQL {
        @Override
        void serialise(Handle handle, long lock) {
            handle.createQuery("select pg_advisory_xact_lock(:lock)")
                    .bind("lock", lock)
                    .mapToMap()
                    .list();
        }
    };

    /** Transactions that ask for the same lock run one after the other. */
    abstract void serialise(Handle handle, long lock);
}
