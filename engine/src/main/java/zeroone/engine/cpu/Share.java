package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of things that one member of a crew does.
 *
 * @param start the first
 * @param end one after the last
 */
record Share(int start, int end) {
    int length() {
        return end - start;
    }

    /** The share of a member among equals. */
    static Share of(int total, int member, int members) {
        return new Share((int) ((long) total * member / members), (int) ((long) total * (member + 1) / members));
    }

    /** Cuts columns into at most {@code members} shares, each but the last a multiple of {@code multiple} wide. */
    static List<Share> columns(int total, int members, int multiple) {
        int wide = Math.max(1, (total / members + multiple - 1) / multiple) * multiple;
        List<Share> shares = new ArrayList<>();
        for (int member = 0; member < members && member * wide < total; member++) {
            boolean last = member == members - 1;
            shares.add(new Share(member * wide, last ? total : Math.min(total, (member + 1) * wide)));
        }
        return shares;
    }
}
