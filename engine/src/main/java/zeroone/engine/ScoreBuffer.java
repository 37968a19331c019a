package zeroone.engine;

import java.util.Arrays;
import zeroone.tensor.Tensor;

/** Collects the scores of a run, which come in several parts and in another order than they are asked for. */
final class ScoreBuffer {
    private final int vocabulary;
    private float[] values = {};
    private float[] part = {}; // on the way there, where it is not the first
    private int[] offsets = {}; // where each row that is asked for begins
    private int used;

    ScoreBuffer(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Forgets everything; so many rows are asked for now. */
    void begin(int rows) {
        offsets = new int[rows];
        used = 0;
    }

    /**
     * Adds rows.
     *
     * @param logits [n, V]
     * @return the number of the first of them
     */
    int add(Tensor logits) {
        int size = Math.toIntExact(logits.elements());
        int start = used;
        used = Math.addExact(used, size);
        if (values.length < used) {
            values = Arrays.copyOf(values, used);
        }
        if (start == 0) {
            logits.copyTo(values);
        } else {
            part = part.length < size ? new float[size] : part;
            logits.copyTo(part);
            System.arraycopy(part, 0, values, start, size);
        }
        return start / vocabulary;
    }

    /** The row that is asked for in this place is the one with this number. */
    void place(int row, int number) {
        offsets[row] = number * vocabulary;
    }

    /** Valid until the next run begins. */
    Logits logits() {
        return new Logits(values, offsets, vocabulary);
    }
}
