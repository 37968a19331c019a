package zeroone.engine;

import java.util.Arrays;
import zeroone.text.generation.Priority;

/** Tokens that are read, and the blocks that store what was read of them. */
final class Sequence {
    private final Job job;
    private final Family family;
    private final Priority priority;
    private final String scope;
    private final long arrival;
    private int[] blocks = new int[4];
    private int blockCount;
    private int stored; // positions
    private int remembered; // blocks that were offered to the prefix cache
    private int planned; // positions to be read in this step
    private boolean unproven;
    private boolean paused;
    private boolean favoured;
    private int displaced; // how often

    Sequence(Job job, Family family, Priority priority, String scope, long arrival) {
        this.job = job;
        this.family = family;
        this.priority = priority;
        this.scope = scope;
        this.arrival = arrival;
    }

    Job job() {
        return job;
    }

    Family family() {
        return family;
    }

    Priority priority() {
        return priority;
    }

    String scope() {
        return scope;
    }

    long arrival() {
        return arrival;
    }

    int length() {
        return job.length();
    }

    int token(int position) {
        return job.token(position);
    }

    int[] tokens(int start, int end) {
        int[] tokens = new int[end - start];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = job.token(start + i);
        }
        return tokens;
    }

    /** Positions whose keys and values are stored. */
    int stored() {
        return stored;
    }

    /** Tokens that are known and not read yet. */
    int pending() {
        return length() - stored;
    }

    /** Of the pending tokens those that may be read now: first of all what others wait for, if it would end with the rest. */
    int readable() {
        int shared = job.promptLength() - 1 - stored;
        return shared > 0 && job.endsWhenRead() && family.awaits() ? Math.min(shared, pending()) : pending();
    }

    /** Whether it is about to store what others of its family begin with. */
    boolean readsPrompt() {
        return !paused && stored < job.promptLength() - 1;
    }

    int blockCount() {
        return blockCount;
    }

    int block(int index) {
        return blocks[index];
    }

    /** -1 if it has none. */
    int lastBlock() {
        return blockCount == 0 ? -1 : blocks[blockCount - 1];
    }

    void append(int block) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blockCount);
        }
        blocks[blockCount++] = block;
    }

    void replace(int index, int block) {
        blocks[index] = block;
    }

    int remembered() {
        return remembered;
    }

    void remember() {
        remembered++;
    }

    /** These positions are stored in the blocks already. */
    void begin(int positions, int knownBlocks) {
        stored = positions;
        remembered = knownBlocks;
        unproven = positions > 0; // it may have it from one that is not proven either
    }

    /** Lets go of everything stored. */
    void forget() {
        blockCount = 0;
        stored = 0;
        remembered = 0;
        planned = 0;
        unproven = false;
    }

    int planned() {
        return planned;
    }

    void plan(int positions) {
        planned = positions;
    }

    /** How many of the next positions are followed by scores. */
    int scored(int positions) {
        return Math.max(0, Math.min(positions, stored + positions - job.scoredFrom()));
    }

    Chunk chunk() {
        return new Chunk(tokens(stored, stored + planned), stored, Arrays.copyOf(blocks, blockCount), scored(planned));
    }

    /** What was planned was read. */
    void advance() {
        stored += planned;
        planned = 0;
        unproven = true;
    }

    /** Scores after all that is stored were numbers, and so is that. */
    void prove() {
        unproven = false;
    }

    /** Whether what it has stored may not be numbers: nothing was scored after it. */
    boolean unproven() {
        return unproven;
    }

    boolean paused() {
        return paused;
    }

    void pause(boolean now) {
        paused = now;
    }

    /** It has waited long enough to be treated as interactive. */
    void favour() {
        favoured = true;
    }

    /** It loses its place to one that does not yield: so often and no more. */
    void displace() {
        if (++displaced >= Scheduler.TURNS) {
            favour();
        }
    }

    boolean yields() {
        return priority == Priority.BATCH && !favoured;
    }
}
