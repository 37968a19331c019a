package zeroone.tasks.sandbox;

/** How a run came to its end. */
public enum Ending {
    /** By itself, with an exit code. */
    EXITED,
    /** By a signal, e.g. of a segmentation fault or of its own. */
    SIGNALLED,
    /** Killed: it took longer than the wall time. */
    WALL_TIME,
    /** Killed: it computed for longer than the processor time. */
    CPU_TIME,
    /** Killed: its processes held more memory than allowed. */
    MEMORY,
    /** Killed: it wrote more than allowed. */
    OUTPUT
}
