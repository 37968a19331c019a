package zeroone.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each step reads. First come, first served; interactive sequences before batches, of which one in {@value
 * #TURNS} goes first nevertheless. Sequences that write go before prompts, which are read in parts: half of a step is for
 * the prompt that came first, half for the one that is read soonest, so that neither a long nor a short one has to wait.
 * Where blocks run out the newest sequence gives up its own and reads everything again later; so the oldest always gets on.
 */
final class Scheduler {
    /**
     * After so many interactive sequences a waiting batch has its turn, after so many steps without it one that is read,
     * and after it has lost its place so often it keeps it.
     */
    static final int TURNS = 8;

    /** Pending tokens up to which a sequence counts as writing, as some tokens may be forced at once. */
    private static final int SHORT = 8;

    private static final int SCORES = 1 << 22; // of a step, besides one row for each sequence that writes

    private static final Comparator<Sequence> OLDEST_FIRST =
            Comparator.comparing(Sequence::yields).thenComparingLong(Sequence::arrival);

    private final EngineConfig config;
    private final Memory memory;
    private final int scoredRows;
    private final WaitingLine line = new WaitingLine();
    private final List<Sequence> running = new ArrayList<>(); // oldest first
    private int passedOver; // steps in a row that read interactive prompts only, although batches had some to be read
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
        line.add(sequence);
    }

    /** Takes a sequence out, wherever it is. */
    void remove(Sequence sequence) {
        if (running.remove(sequence)) {
            leave(sequence);
        } else {
            line.remove(sequence);
        }
    }

    /** Plans a step: sequences with what each of them reads. */
    List<Sequence> schedule() {
        preempted = false;
        running.forEach(sequence -> sequence.plan(0));
        Room room = new Room(config.stepTokens(), scoredRows);
        running.stream().filter(s -> s.pending() <= SHORT).toList().forEach(s -> plan(s, 1, room));
        if (!preempted) {
            admit(room);
        }
        planRest(room);
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

    /** Prompts, and what is forced upon those that write besides their next token. */
    private void planRest(Room room) {
        List<Sequence> unread = running.stream()
                .filter(s -> !s.paused() && s.readable() > s.planned())
                .toList();
        List<Sequence> interactives = unread.stream().filter(s -> !s.yields()).toList();
        List<Sequence> batches = unread.stream().filter(Sequence::yields).toList();
        boolean turnOfBatches = passedOver >= TURNS;
        if (!turnOfBatches) {
            share(interactives, room);
        }
        int before = room.tokens;
        share(batches, room);
        passedOver = batches.isEmpty() || room.tokens < before ? 0 : passedOver + 1;
        if (turnOfBatches) {
            share(interactives, room);
        }
    }

    /** Half of the room is for those that came first, the rest for those of which the least is left to be read. */
    private void share(List<Sequence> unread, Room room) {
        int others = room.tokens / 2;
        for (Sequence sequence : unread) {
            plan(sequence, room.tokens - others, room);
        }
        unread.stream()
                .sorted(Comparator.comparingInt(s -> s.readable() - s.planned()))
                .forEach(sequence -> plan(sequence, room.tokens, room));
    }

    /** Plans up to so many more positions of a sequence. */
    private void plan(Sequence sequence, int most, Room room) {
        int before = sequence.planned();
        int positions = Math.min(sequence.readable(), before + Math.min(most, room.tokens));
        int scores = room.scores + scores(sequence, before);
        int scored = scores(sequence, positions);
        if (scored > scores) {
            positions -= scored - scores;
        }
        if (sequence.paused()
                || positions <= before
                || !running.contains(sequence) // it has just given up its place
                || !reserve(sequence, positions)) {
            return;
        }
        sequence.plan(positions);
        room.tokens -= positions - before;
        room.scores = scores - scores(sequence, positions);
    }

    /** Rows of scores that so many positions of a sequence take of those that are counted. */
    private static int scores(Sequence sequence, int positions) {
        int scored = sequence.scored(positions);
        return scored > 1 ? scored : 0;
    }

    /** Makes room for more positions of a running sequence, at the cost of newer ones; false if it is the newest. */
    private boolean reserve(Sequence sequence, int positions) {
        while (!memory.reserve(sequence, sequence.stored() + positions)) {
            Sequence victim = newest();
            preempt(victim, sequence);
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

    private void preempt(Sequence victim, Sequence other) {
        if (victim.yields() && !other.yields() && !victim.paused()) {
            victim.displace();
        }
        running.remove(victim);
        leave(victim);
        line.putBack(victim);
        preempted = true;
    }

    private void leave(Sequence sequence) {
        sequence.family().left(sequence);
        memory.release(sequence);
    }

    /** Lets in what finds a place; what of it is read is decided afterwards, among all prompts. */
    private void admit(Room room) {
        boolean batchMayJoin = running.stream().allMatch(Sequence::paused)
                || config.maxSequences() - running.size() >= config.joinShare() * config.maxSequences();
        while (room.tokens > 0) {
            Sequence next = line.next(batchMayJoin, this::ready);
            if (next == null || !enter(next)) {
                return;
            }
            line.joined(next);
            running.add(next);
            running.sort(OLDEST_FIRST);
            next.family().joined(next);
            next.job().began(next.stored());
        }
    }

    /** Whether nothing is being stored that a sequence which waits would have to compute itself if it joined now. */
    private boolean ready(Sequence sequence) {
        if (sequence.family().readsPrompt()) {
            return false;
        }
        Sequence reader = // the one that surely gets on
                running.stream().filter(Sequence::readsPrompt).findFirst().orElse(null);
        return reader == null || (reader.yields() && !sequence.yields()) || !memory.awaits(sequence, reader);
    }

    /** Finds a place and blocks, if need be those of one that is paused, or of a batch if somebody waits for each token. */
    private boolean enter(Sequence next) {
        while (running.size() >= config.maxSequences() || !memory.begin(next, promised(next))) {
            Sequence victim = running.reversed().stream()
                    .filter(s -> s.paused() || (s.yields() && !next.yields()))
                    .findFirst()
                    .orElse(null);
            if (victim == null) {
                return false;
            }
            preempt(victim, next);
        }
        return true;
    }

    /** What is stored is of no use any more: all that runs reads its tokens again. */
    void forget() {
        List.copyOf(running).reversed().forEach(sequence -> preempt(sequence, sequence));
        memory.forget();
    }

    /** Blocks that those which need not give way will take for what they have to read. */
    private int promised(Sequence next) {
        return running.stream()
                .filter(s -> next.yields() || !s.yields())
                .mapToInt(memory::missing)
                .sum();
    }

    /** What was planned was read. */
    void advance(Sequence sequence) {
        sequence.advance();
        memory.remember(sequence);
    }

    /** After a step without anything to read: the one that should have been read or let in; null if there is none. */
    @Nullable
    Sequence stuck() {
        for (Sequence sequence : running) {
            if (!sequence.paused()) {
                return sequence;
            }
        }
        return running.isEmpty() ? line.next(true, this::ready) : null;
    }

    /** Every sequence, running or waiting. */
    List<Sequence> all() {
        List<Sequence> all = new ArrayList<>(running);
        all.addAll(line.all());
        return all;
    }

    List<Sequence> running() {
        return running;
    }

    Memory memory() {
        return memory;
    }

    int waiting() {
        return line.size();
    }

    @Override
    public String toString() {
        StringBuilder dump = new StringBuilder()
                .append(running.size())
                .append(" running, ")
                .append(line)
                .append("; ")
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
