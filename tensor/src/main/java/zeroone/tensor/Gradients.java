package zeroone.tensor;

import org.bytedeco.pytorch.GradMode;

/** Switches the recording of gradients on the current thread, until closed. Sampling runs with it off. */
public final class Gradients implements AutoCloseable {
    private final boolean previous;

    private Gradients(boolean recorded) {
        previous = GradMode.is_enabled();
        GradMode.set_enabled(recorded);
    }

    public static Gradients off() {
        return new Gradients(false);
    }

    public static Gradients on() {
        return new Gradients(true);
    }

    static boolean recorded() {
        return GradMode.is_enabled();
    }

    @Override
    public void close() {
        GradMode.set_enabled(previous);
    }
}
