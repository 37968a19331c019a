package zeroone.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.Priority;

/** Sequences that wait for a place: interactive ones first, and after {@value Scheduler#TURNS} of them one of a batch. */
final class WaitingLine {
    private final LinkedHashSet<Sequence> interactive = new LinkedHashSet<>();
    private final LinkedHashSet<Sequence> batch = new LinkedHashSet<>();
    private int turns; // interactive sequences in a row that have joined

    void add(Sequence sequence) {
        queue(sequence).addLast(sequence);
        sequence.family().waits();
    }

    /** It has lost its place and is the next to get one. */
    void putBack(Sequence sequence) {
        queue(sequence).addFirst(sequence);
        sequence.family().waits();
    }

    void remove(Sequence sequence) {
        if (queue(sequence).remove(sequence)) {
            sequence.family().waitsNoMore();
        }
    }

    /** It has got a place. */
    void joined(Sequence sequence) {
        remove(sequence);
        turns = sequence.priority() == Priority.INTERACTIVE ? turns + 1 : 0;
    }

    /**
     * Who joins next; null if nobody can.
     *
     * @param batchMayJoin also while it is not its turn
     * @param ready whether there is nothing that a sequence should wait for
     */
    @Nullable
    Sequence next(boolean batchMayJoin, Predicate<Sequence> ready) {
        boolean turnOfBatch = turns >= Scheduler.TURNS;
        Sequence waitingBatch = batchMayJoin || turnOfBatch ? first(batch, ready) : null;
        if (waitingBatch != null && turnOfBatch) {
            waitingBatch.favour();
            return waitingBatch;
        }
        Sequence waitingInteractive = first(interactive, ready);
        return waitingInteractive != null ? waitingInteractive : waitingBatch;
    }

    private static @Nullable Sequence first(LinkedHashSet<Sequence> queue, Predicate<Sequence> ready) {
        for (Sequence sequence : queue) {
            if (!sequence.paused() && ready.test(sequence)) {
                return sequence;
            }
        }
        return null;
    }

    int size() {
        return interactive.size() + batch.size();
    }

    List<Sequence> all() {
        List<Sequence> all = new ArrayList<>(interactive);
        all.addAll(batch);
        return all;
    }

    private LinkedHashSet<Sequence> queue(Sequence sequence) {
        return sequence.priority() == Priority.INTERACTIVE ? interactive : batch;
    }

    @Override
    public String toString() {
        return interactive.size() + " interactive and " + batch.size() + " batch waiting";
    }
}
