package zeroone.server.jobs;

/** The last sign of life of a job's owner. It says nothing about time: whoever watches it uses a clock of its own. */
record Heartbeat(String id, long fence, long beat) {}
