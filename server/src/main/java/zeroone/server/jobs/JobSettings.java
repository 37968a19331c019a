package zeroone.server.jobs;

import java.time.Duration;

/**
 * How much of a server background jobs may take, and how carefully they are kept.
 *
 * @param running jobs that this server runs at once; more wait
 * @param runningOfTenant of them, of one tenant on all servers of the store
 * @param queued jobs that may wait, of all tenants
 * @param queuedOfTenant jobs that may wait, of one tenant
 * @param checkpointEvery how much of a thought a crash can cost, and how long an event waits until a reader sees it
 * @param lease a server that shows no life for so long has lost its jobs to the others
 * @param retention how long a job is kept after it has ended
 * @param answerReserve so long before its deadline, but at most in the last tenth of its time, a job is told to answer
 * @param attempts how often a job is begun without that it writes a token; after that it has failed
 */
public record JobSettings(
        int running,
        int runningOfTenant,
        int queued,
        int queuedOfTenant,
        Duration checkpointEvery,
        Duration lease,
        Duration retention,
        Duration answerReserve,
        int attempts) {
    public static final JobSettings DEFAULTS = new JobSettings(
            8,
            4,
            10_000,
            100,
            Duration.ofMillis(200),
            Duration.ofSeconds(15),
            Duration.ofDays(30),
            Duration.ofSeconds(30),
            16);

    public JobSettings {
        if (running < 1 || runningOfTenant < 1 || queued < 1 || queuedOfTenant < 1 || attempts < 1) {
            throw new IllegalArgumentException("numbers of jobs and attempts must be at least 1: running " + running
                    + ", of a tenant " + runningOfTenant + ", queued " + queued + ", of a tenant " + queuedOfTenant
                    + ", attempts " + attempts);
        }
        if (!checkpointEvery.isPositive() || !retention.isPositive() || answerReserve.isNegative()) {
            throw new IllegalArgumentException("times must be positive: checkpoints every " + checkpointEvery
                    + ", retention " + retention + ", answer reserve " + answerReserve);
        }
        if (lease.compareTo(checkpointEvery.multipliedBy(10)) < 0) {
            throw new IllegalArgumentException("a lease must last at least ten checkpoints, or a slow write loses it: "
                    + lease + " with checkpoints every " + checkpointEvery);
        }
    }

    public JobSettings withRunning(int jobs, int ofTenant) {
        return new JobSettings(
                jobs, ofTenant, queued, queuedOfTenant, checkpointEvery, lease, retention, answerReserve, attempts);
    }

    public JobSettings withQueued(int jobs, int ofTenant) {
        return new JobSettings(
                running, runningOfTenant, jobs, ofTenant, checkpointEvery, lease, retention, answerReserve, attempts);
    }

    public JobSettings withTimes(Duration checkpoints, Duration leases, Duration kept) {
        return new JobSettings(
                running, runningOfTenant, queued, queuedOfTenant, checkpoints, leases, kept, answerReserve, attempts);
    }

    public JobSettings withAttempts(int most) {
        return new JobSettings(
                running,
                runningOfTenant,
                queued,
                queuedOfTenant,
                checkpointEvery,
                lease,
                retention,
                answerReserve,
                most);
    }
}
