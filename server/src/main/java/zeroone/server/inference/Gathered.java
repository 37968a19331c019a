package zeroone.server.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the samples of a reply and was not sent yet. Tokens that arrive together are sent together: an event for each
 * costs more than a small model needs to think of it. Not thread-safe.
 */
public final class Gathered {
    private static final int MOST = 64;

    private final Map<Integer, List<SampleReply.Shown>> samples = new TreeMap<>();
    private final Sender sender;
    private int steps;

    /** Sends what is new of a sample, which is never nothing. */
    public interface Sender {
        void send(int sample, SampleReply.Shown shown) throws IOException;
    }

    public Gathered(Sender sender) {
        this.sender = sender;
    }

    /** Sends on its own accord when it is much. */
    public void add(int sample, SampleReply.Shown shown) throws IOException {
        if (shown.isEmpty()) {
            return;
        }
        samples.computeIfAbsent(sample, _ -> new ArrayList<>()).add(shown);
        if (++steps >= MOST) {
            send();
        }
    }

    /** Sends everything; whether there was something. */
    public boolean send() throws IOException {
        boolean something = !samples.isEmpty();
        for (Map.Entry<Integer, List<SampleReply.Shown>> sample : samples.entrySet()) {
            sender.send(sample.getKey(), SampleReply.Shown.all(sample.getValue()));
        }
        samples.clear();
        steps = 0;
        return something;
    }
}
