package zeroone.engine;

import java.util.List;

/** Runs the model over chunks of sequences, with the key-value blocks it owns. One thread at a time. */
interface ModelRunner extends AutoCloseable {
    /** Positions that a block holds. */
    int blockSize();

    /** How many blocks there are. */
    int blocks();

    /** Makes one block hold what another holds at the time of the call. */
    void copyBlock(int from, int to);

    /** What a block holds may not even be numbers: makes sure that whoever gets it next does not notice. */
    void wipe(int block);

    /**
     * Follows the weights of the model if they have changed since the last call.
     *
     * @return whether they have: what blocks hold is then of weights that are no more
     */
    default boolean refresh() {
        return false;
    }

    /**
     * Reads the chunks; no two of them write to the same block.
     *
     * @return scores of the next token after each scored position, chunk by chunk: one row each, valid until the next call
     */
    Logits run(List<Chunk> chunks);

    /** Does independent things, numbered from 0, on whatever threads the runner has idle between two runs. */
    default void forEach(int count, Task task) {
        for (int index = 0; index < count; index++) {
            task.run(index, 0);
        }
    }

    /** How many threads {@link #forEach} uses. */
    default int threads() {
        return 1;
    }

    /** One of several independent things. */
    @FunctionalInterface
    interface Task {
        /** @param thread which of {@link #threads} does it: no two things at the same time have the same */
        void run(int index, int thread);
    }

    @Override
    void close();
}
