package zeroone.tasks.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a program writes, on a thread of its own, until it ends or there is too much of it. */
final class StreamReader {
    private final InputStream stream;
    private final long most;
    private final Thread thread;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean truncated;

    StreamReader(String name, InputStream stream, long most) {
        this.stream = stream;
        this.most = most;
        // Reading a pipe blocks the thread's carrier, so a virtual thread would gain nothing.
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::read);
    }

    private void read() {
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                synchronized (bytes) {
                    int room = (int) Math.min(read, most - bytes.size());
                    bytes.write(buffer, 0, room);
                    if (room < read) {
                        truncated = true;
                        return;
                    }
                }
            }
        } catch (IOException closed) {
            // The program was killed while this thread read: what there was has been kept.
            return;
        }
    }

    /** Whether the program wrote more than may be read. */
    boolean overflown() {
        return truncated;
    }

    /** What was read, once the program is dead. */
    Output finish() throws InterruptedException {
        thread.join(30_000);
        if (thread.isAlive()) {
            throw new SandboxFailure("a stream of a sandbox is still open after its end");
        }
        synchronized (bytes) {
            return new Output(bytes.toByteArray(), truncated);
        }
    }
}
