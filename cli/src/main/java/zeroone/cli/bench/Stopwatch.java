package zeroone.cli.bench;

import java.util.ArrayList;
import java.util.List;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;

/** Times work that may go on on a device after the call. */
final class Stopwatch {
    private Stopwatch() {}

    /** Seconds that the work took once. */
    static double once(Device device, Runnable work) {
        NativeLibrary.synchronize(device);
        long start = System.nanoTime();
        work.run();
        NativeLibrary.synchronize(device);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds of the fastest repetition, after one that warms up; at least two, and for about the given time. */
    static double best(Device device, double secondsInAll, Runnable work) {
        once(device, work);
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < 2 || spent < secondsInAll; i++) {
            double seconds = once(device, work);
            best = Math.min(best, seconds);
            spent += seconds;
        }
        return best;
    }

    /**
     * Seconds of a repetition in the middle, after one that warms up; at least three, and for about the given time. Memory that
     * is shared with other machines gives twice its usual bandwidth at moments, which no work that goes on can count on.
     */
    static double median(Device device, double secondsInAll, Runnable work) {
        once(device, work);
        List<Double> all = new ArrayList<>();
        double spent = 0;
        while (all.size() < 3 || spent < secondsInAll) {
            all.add(once(device, work));
            spent += all.getLast();
        }
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
