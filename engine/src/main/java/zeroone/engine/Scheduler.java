package zeroone.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.Priority;

/**
 * Decides what each step reads. First come, first served; interactive sequences before batches, of which one in {@value
 * #TURNS} goes first nevertheless. Sequences that write go before prompts, which are read in parts. Where blocks run out
 * the newest sequence gives up its own and reads everything again later; so the oldest always gets on.
 */
final class Scheduler {
    /** After so many interactive sequences a waiting batch has its turn. */
    static final int TURNS = 8;

    /** Pending tokens up to which a sequence counts as writing, as some tokens may be forced at once. */
    private static final int SHORT = 8;

    private static final int SCORES = 1 << 22; // of a step, besides one row for each sequence that writes

    private static final Comparator<Sequence> OLDEST_FIRST =
            Comparator.comparing(Sequence::yields).thenComparingLong(Sequence::arrival);

    private final EngineConfig config;
    private final Memory memory;
    private final int scoredRows;
    private final LinkedHashSet<Sequence> interactive = new LinkedHashSet<>();
    private final LinkedHashSet<Sequence> batch = new LinkedHashSet<>();
    private final List<Sequence> running = new ArrayList<>(); // oldest first
    private int turns;
    private boolean preempted;

    Scheduler(EngineConfig config, Memory memory, int vocabulary) {
        this.config = config;
        this.memory = memory;
        this.scoredRows = textRows(vocabulary);
    }

    /** The most rows that a step scores: those of texts that are scored, and one of each other sequence. */
    static int mostScored(EngineConfig config, int vocabulary) {
        return Math.toIntExact(Math.min(config.stepTokens(), textRows(vocabulary) + (long) config.maxSequences()));
    }

    private static int textRows(int vocabulary) {
        return Math.max(1, SCORES / vocabulary);
    }

    void add(Sequence sequence) {
        queue(sequence).addLast(sequence);
    }

    /** Takes a sequence out, wherever it is. */
    void remove(Sequence sequence) {
        if (running.remove(sequence)) {
            leave(sequence);
        } else {
            queue(sequence).remove(sequence);
        }
    }

    /** Whether nobody but its one holder has a block, or may find it again. */
    boolean ownedAlone(int block) {
        return memory.pool().holders(block) == 1 && !memory.pool().remembered(block);
    }

    /** Plans a step: sequences with what each of them reads. */
    List<Sequence> schedule() {
        preempted = false;
        List<Sequence> order = List.copyOf(running);
        order.forEach(sequence -> sequence.plan(0));
        Room room = new Room(config.stepTokens(), scoredRows);
        order.stream().filter(s -> s.pending() <= SHORT).forEach(s -> plan(s, room));
        order.stream().filter(s -> s.pending() > SHORT).forEach(s -> plan(s, room));
        if (!preempted) {
            admit(room);
        }
        return running.stream().filter(s -> s.planned() > 0).toList();
    }

    /** What is left for a step. */
    private static final class Room {
        private int tokens;
        private int scores;

        Room(int tokens, int scores) {
            this.tokens = tokens;
            this.scores = scores;
        }
    }

    private void plan(Sequence sequence, Room room) {
        int positions = Math.min(sequence.pending(), room.tokens);
        int scored = sequence.scored(positions);
        if (scored > 1 && scored > room.scores) {
            positions -= scored - room.scores;
        }
        if (sequence.paused() || positions <= 0 || !running.contains(sequence) || !reserve(sequence, positions)) {
            return;
        }
        sequence.plan(positions);
        room.tokens -= positions;
        room.scores -= sequence.scored(positions) > 1 ? sequence.scored(positions) : 0;
    }

    /** Makes room for more positions of a running sequence, at the cost of newer ones; false if it is the newest. */
    private boolean reserve(Sequence sequence, int positions) {
        while (!memory.reserve(sequence, sequence.stored() + positions)) {
            Sequence victim = newest();
            preempt(victim);
            if (victim == sequence) {
                return false;
            }
        }
        return true;
    }

    private Sequence newest() {
        for (Sequence sequence : running.reversed()) {
            if (sequence.paused()) {
                return sequence;
            }
        }
        return running.getLast();
    }

    private void preempt(Sequence victim) {
        running.remove(victim);
        leave(victim);
        queue(victim).addFirst(victim);
        preempted = true;
    }

    private void leave(Sequence sequence) {
        sequence.family().left(sequence);
        memory.release(sequence);
    }

    private void admit(Room room) {
        boolean batchMayJoin = running.isEmpty()
                || config.maxSequences() - running.size() >= config.joinShare() * config.maxSequences();
        while (room.tokens > 0) {
            Sequence next = next(batchMayJoin);
            if (next == null || !enter(next)) {
                return;
            }
            queue(next).remove(next);
            turns = next.priority() == Priority.INTERACTIVE ? turns + 1 : 0;
            running.add(next);
            running.sort(OLDEST_FIRST);
            next.family().joined(next);
            next.job().began(next.stored());
            plan(next, room);
        }
    }

    /** Who joins next; null if nobody can. */
    private @Nullable Sequence next(boolean batchMayJoin) {
        Sequence waitingBatch = batchMayJoin ? first(batch) : null;
        if (waitingBatch != null && turns >= TURNS) {
            waitingBatch.favour();
            return waitingBatch;
        }
        Sequence waitingInteractive = first(interactive);
        return waitingInteractive != null ? waitingInteractive : waitingBatch;
    }

    private static @Nullable Sequence first(LinkedHashSet<Sequence> queue) {
        for (Sequence sequence : queue) {
            if (!sequence.paused() && !sequence.family().readsPrompt()) {
                return sequence;
            }
        }
        return null;
    }

    /** Finds a place and blocks, if need be those of one that is paused, or of a batch if somebody waits for each token. */
    private boolean enter(Sequence next) {
        while (running.size() >= config.maxSequences() || !memory.begin(next)) {
            Sequence victim = running.reversed().stream()
                    .filter(s -> s.paused() || (s.yields() && !next.yields()))
                    .findFirst()
                    .orElse(null);
            if (victim == null) {
                return false;
            }
            preempt(victim);
        }
        return true;
    }

    /** What is stored is of no use any more: all that runs reads its tokens again. */
    void forget() {
        List.copyOf(running).reversed().forEach(this::preempt);
        memory.forget();
    }

    /** What was planned was read. */
    void advance(Sequence sequence) {
        sequence.advance();
        memory.remember(sequence);
    }

    /** Takes out and returns the one that waits although nothing runs and nothing keeps it; null if there is none. */
    @Nullable
    Sequence stuck() {
        if (!running.isEmpty()) {
            return null;
        }
        Sequence stuck = next(true);
        if (stuck != null) {
            queue(stuck).remove(stuck);
        }
        return stuck;
    }

    /** Every sequence, running or waiting. */
    List<Sequence> all() {
        List<Sequence> all = new ArrayList<>(running);
        all.addAll(interactive);
        all.addAll(batch);
        return all;
    }

    List<Sequence> running() {
        return running;
    }

    Memory memory() {
        return memory;
    }

    int waiting() {
        return interactive.size() + batch.size();
    }

    private LinkedHashSet<Sequence> queue(Sequence sequence) {
        return sequence.priority() == Priority.INTERACTIVE ? interactive : batch;
    }

    @Override
    public String toString() {
        StringBuilder dump = new StringBuilder()
                .append(running.size())
                .append(" running, ")
                .append(interactive.size())
                .append(" interactive and ")
                .append(batch.size())
                .append(" batch waiting; ")
                .append(memory);
        for (Sequence sequence : all().subList(0, Math.min(16, running.size() + waiting()))) {
            dump.append("; #")
                    .append(sequence.arrival())
                    .append(": ")
                    .append(sequence.stored())
                    .append(" of ")
                    .append(sequence.length())
                    .append(" tokens stored in ")
                    .append(sequence.blockCount())
                    .append(" blocks")
                    .append(sequence.paused() ? ", paused" : "");
        }
        return dump.toString();
    }
}
