package zeroone.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C into a polite request. The first one sets a flag that long loops poll between steps; the second one ends
 * the process at once. A termination by the system (SIGTERM, the terminal going away) sets the flag too and waits for
 * the loop to finish its step and save.
 *
 * <p>Use it around the work, with try-with-resources: {@link #close} says that everything is saved.
 */
public final class Interrupts implements AutoCloseable {
    /** The exit code of a process that Ctrl-C ended, by convention of the shells. */
    public static final int EXIT_CODE = 130;

    private final PrintStream out;
    private final Runnable quit;
    private final Runnable restore;
    private final AtomicBoolean stopRequested = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Interrupts(PrintStream out, Runnable quit, Runnable restore) {
        this.out = out;
        this.quit = quit;
        this.restore = restore;
    }

    /**
     * Listens from now on, until closed.
     *
     * @param out is told that the stop is coming
     * @param grace the longest that a termination by the system waits for the loop to stop
     */
    public static Interrupts install(PrintStream out, Duration grace) {
        CtrlC ctrlC = new CtrlC();
        Interrupts interrupts = new Interrupts(out, () -> Runtime.getRuntime().halt(EXIT_CODE), ctrlC::restore);
        ctrlC.handle(interrupts::interrupt);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupts.terminate(grace), "stop-cleanly"));
        return interrupts;
    }

    /** Whether the loop should stop after its present step; cheap, from any thread. */
    public boolean stopRequested() {
        return stopRequested.get();
    }

    /** Everything is saved: lets a termination that waits go on, and gives Ctrl-C its usual meaning back. */
    @Override
    public void close() {
        restore.run();
        stopped.countDown();
    }

    void interrupt() {
        if (stopRequested.compareAndSet(false, true)) {
            out.println();
            out.println("stopping after this step, press again to quit");
            out.flush();
        } else {
            quit.run();
        }
    }

    void terminate(Duration grace) {
        stopRequested.set(true);
        try {
            if (!stopped.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                out.println(
                        "the step did not end within " + grace.toSeconds() + " s; what it would have saved is lost");
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
