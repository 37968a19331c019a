package zeroone.text.generation;

import java.util.BitSet;

/**
 * A grammar that answers must follow. It begins after the thought and its {@link Bridge}: what the model thinks is never
 * constrained, but where an answer must have something in it, ending the turn within the thought only ends the thought.
 * One state is made for each sample; a sample that is resumed or forked starts anew and accepts its answer so far.
 */
public interface Constraint {
    /** The state at the beginning of an answer. */
    State start();

    /** Where an answer stands in its grammar. Called by one thread at a time. If it throws, only its sample fails. */
    interface State {
        /**
         * The tokens that may come next, among them the end of the turn where the answer may end here. Read at once and
         * not kept, so the same set may be returned again. If it is empty, the sample fails.
         */
        BitSet allowed();

        /** The answer goes on with this token. */
        void accept(int token);
    }
}
