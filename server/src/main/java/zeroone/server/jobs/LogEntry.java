package zeroone.server.jobs;

import java.util.List;

/**
 * One append to the log of a job: what was told, and the events that came of it. Both are kept or neither is, so the
 * events of a job are always exactly those of its tokens.
 *
 * @param number 0 for the first entry of a job
 * @param lastSequence of the events up to here; -1 while there is none
 */
record LogEntry(long number, long lastSequence, List<Told> told, List<JobEvent> events) {
    LogEntry {
        told = List.copyOf(told);
        events = List.copyOf(events);
    }

    /** The entry that follows {@code entries} others. */
    static LogEntry after(long entries, long lastSequence, List<Told> told, List<JobEvent> events) {
        long last = events.isEmpty() ? lastSequence : events.getLast().sequence();
        return new LogEntry(entries, last, told, events);
    }
}
