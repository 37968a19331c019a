package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences that begin alike, as they come from one request: what one has stored need not be computed for another. */
final class Family {
    private final List<Sequence> running = new ArrayList<>();
    private int waiting;

    void waits() {
        waiting++;
    }

    void waitsNoMore() {
        waiting--;
    }

    /** Whether a member waits for a place, and for what others of them have stored. */
    boolean awaits() {
        return waiting > 0;
    }

    void joined(Sequence member) {
        running.add(member);
    }

    void left(Sequence member) {
        running.remove(member);
    }

    /** Whether a member is reading the prompt: worth waiting for. */
    boolean readsPrompt() {
        for (Sequence member : running) {
            if (member.readsPrompt()) {
                return true;
            }
        }
        return false;
    }

    /** The running member that has stored most of what a sequence begins with. */
    @Nullable
    Sequence nearest(Sequence sequence, int limit) {
        Sequence nearest = null;
        int most = 0;
        for (Sequence member : running) {
            int common = common(member, sequence, Math.min(limit, member.stored()));
            if (common > most) {
                most = common;
                nearest = member;
            }
        }
        return nearest;
    }

    /** Positions, of the first {@code limit}, before which two sequences are the same. */
    static int common(Sequence one, Sequence other, int limit) {
        int position = 0;
        while (position < limit && one.token(position) == other.token(position)) {
            position++;
        }
        return position;
    }
}
