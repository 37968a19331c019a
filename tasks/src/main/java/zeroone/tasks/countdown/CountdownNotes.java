package zeroone.tasks.countdown;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A depth-first search written down as it goes: {@code 13*8=104 left 5, 104+5=109 want 16 high. Wait, 13+8=21 left 5,
 * 21-5=16 want 16 yes!} The target is restated beside every result, which makes the check a comparison of neighbours,
 * and the check says on which side a result misses.
 */
final class CountdownNotes {
    private final CountdownConfig config;
    private final int target;
    private final boolean systematic;
    private final int mostTries;
    private final boolean checks;
    private final double sloppiness;
    private final RandomGenerator random;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> entered = new HashSet<>();
    private int tries;
    private Optional<String> lastTried = Optional.empty();
    private Optional<String> found = Optional.empty();

    /**
     * @param mostTries complete combinations after which to stop
     * @param checks whether results are compared with the target; without, the search goes on after a solution
     * @param sloppiness chance of a mistake in each line
     */
    CountdownNotes(
            CountdownConfig config,
            int target,
            boolean systematic,
            int mostTries,
            boolean checks,
            double sloppiness,
            RandomGenerator random) {
        this.config = config;
        this.target = target;
        this.systematic = systematic;
        this.mostTries = mostTries;
        this.checks = checks;
        this.sloppiness = sloppiness;
        this.random = random;
    }

    String text() {
        return text.toString();
    }

    /** The expression that was said to make the target. */
    Optional<String> found() {
        return found;
    }

    /** The last complete expression. */
    Optional<String> lastTried() {
        return lastTried;
    }

    /** Searches from a state and writes it down. */
    void search(CountdownState state) {
        List<Move> moves = state.moves(config);
        if (!systematic) {
            Collections.shuffle(moves, random);
        }
        boolean firstHere = true;
        for (Move move : moves) {
            if (over()) {
                return;
            }
            long claimed = slips() ? nearMiss(move.value()) : move.value();
            if (move.rest().isEmpty()) {
                text.append(firstHere ? "" : " ");
                tryOut(move, claimed);
            } else {
                CountdownState next = move.next(claimed);
                if (!entered.add(next.canonicalForm())) {
                    continue;
                }
                boolean spaced = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
                text.append(spaced ? "" : " ").append(firstHere && spaced ? "" : "Wait, ");
                text.append(move.equation(claimed)).append(" left");
                String separator = " ";
                for (Term term : move.rest()) {
                    text.append(separator).append(term.value());
                    separator = " and ";
                }
                text.append(", ");
                search(next);
            }
            firstHere = false;
        }
    }

    private void tryOut(Move move, long claimed) {
        tries++;
        lastTried = Optional.of(move.expression());
        text.append(move.equation(claimed));
        if (!checks) {
            text.append('.');
            return;
        }
        boolean yes = claimed == target || slips();
        String check = yes ? " yes!" : claimed < target ? " low." : " high.";
        text.append(" want ").append(target).append(check);
        if (yes) {
            found = lastTried;
        }
    }

    private boolean over() {
        return tries >= mostTries || found.isPresent();
    }

    private boolean slips() {
        return sloppiness > 0 && random.nextDouble() < sloppiness;
    }

    /** A result that is off by one or two. */
    private long nearMiss(long value) {
        return Math.max(1, value + random.nextInt(2) * 3 - 1 - random.nextInt(2));
    }
}
