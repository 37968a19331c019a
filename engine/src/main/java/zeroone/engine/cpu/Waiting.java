package zeroone.engine.cpu;

/** Spins first, and yields after a while, as the one that is waited for may need this very core. One instance a wait. */
final class Waiting {
    static final int SPINS_BEFORE_YIELD = 4_000;

    private int spins;
    private long since;

    void pause() {
        if (spins++ < SPINS_BEFORE_YIELD) {
            Thread.onSpinWait();
            return;
        }
        if (since == 0) {
            since = System.nanoTime();
        }
        Thread.yield();
    }

    /** How long it has been beyond the spinning. */
    long nanos() {
        return since == 0 ? 0 : System.nanoTime() - since;
    }
}
