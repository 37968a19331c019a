package zeroone.engine;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What any thread asks of an engine, to be done between two steps by the one that drives it; until the engine has ended. */
final class Mailbox {
    private final LinkedBlockingQueue<Runnable> letters = new LinkedBlockingQueue<>();
    private final Object slot = new Object(); // between the last letter and the end
    private @Nullable String ended; // why

    /** Why the letter was not taken, and will never be read; empty if it was. */
    Optional<String> post(Runnable letter) {
        synchronized (slot) {
            if (ended == null) {
                letters.add(letter);
            }
            return Optional.ofNullable(ended);
        }
    }

    /** Takes no more letters. The first reason counts. */
    void close(String why) {
        synchronized (slot) {
            ended = ended == null ? why : ended;
        }
    }

    /** The next letter; null if there is none. */
    @Nullable
    Runnable poll() {
        return letters.poll();
    }

    /** Waits for the next letter. */
    Runnable take() throws InterruptedException {
        return letters.take();
    }

    int size() {
        return letters.size();
    }
}
