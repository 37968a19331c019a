package zeroone.server.inference;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * How long readers of replies rest between two wakenings, while tokens gather. Each wakening takes time from the cores that
 * the engine works on, so all readers together wake about {@value #WAKENINGS} times a second, however many they are: one
 * alone gets each token as it comes.
 *
 * @param replies how many there are now
 */
record Pace(IntSupplier replies) {
    /** Too short to be seen as a halt. */
    static final Duration LONGEST = Duration.ofMillis(100);

    private static final int WAKENINGS = 2_000;

    Duration rest() {
        Duration fair = Duration.ofSeconds(1).multipliedBy(replies.getAsInt()).dividedBy(WAKENINGS);
        return fair.compareTo(LONGEST) < 0 ? fair : LONGEST;
    }
}
