package zeroone.engine.cpu;

import java.util.Optional;

/**
 * Rows that one member of a crew takes through all layers. A long sequence lies in several pieces; each looks at keys of
 * those before it, so in every layer it waits until they are stored. As pieces are begun in order, those before are ahead and
 * the wait is hardly ever one.
 */
final class Piece {
    private final StepRows rows;
    private final Optional<Piece> before;
    private volatile int stored; // layers whose keys are in the cache, of this piece and of those before

    /** @param before the piece that ends with the beginning of this one's first sequence */
    Piece(StepRows rows, Optional<Piece> before) {
        this.rows = rows;
        this.before = before;
    }

    StepRows rows() {
        return rows;
    }

    Optional<Piece> before() {
        return before;
    }

    void run(ForwardPass pass, float[] scores) {
        try {
            int stages = pass.stages(rows);
            for (int stage = 0; stage < stages; stage++) {
                pass.run(stage, 0, rows, scores);
                if (pass.stores(stage, rows)) {
                    publish(stored + 1);
                }
            }
        } finally {
            stored = Integer.MAX_VALUE; // whoever waits goes on, also if this has failed: then the step fails
        }
    }

    private void publish(int layers) {
        before.ifPresent(piece -> piece.await(layers));
        stored = layers;
    }

    private void await(int layers) {
        Waiting waiting = new Waiting();
        while (stored < layers) {
            waiting.pause();
        }
    }
}
