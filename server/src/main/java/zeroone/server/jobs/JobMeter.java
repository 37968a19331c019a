package zeroone.server.jobs;

/** Learns what jobs cost as soon as it is kept: each token once, however often a job is interrupted. Thread-safe. */
public interface JobMeter {
    JobMeter NONE = _ -> _ -> {};

    /** Where the costs of a job go. Called as the job is taken up. */
    Account account(JobRequest job);

    /** Of one job. */
    interface Account {
        /** More of the job was kept. */
        void charge(JobCost cost);
    }
}
