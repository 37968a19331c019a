package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeroone.tasks.ThoughtBehaviour;

/** Where a thought has been: the sets of numbers it had at hand, and what happened on the way. */
final class CountdownTrail {
    private final int target;

    /** Sorted numbers at hand, and whether true steps lead there from the problem's numbers. */
    private final Map<List<Long>, Boolean> states = new HashMap<>();

    private final Set<String> taken = new HashSet<>();
    private List<Long> here;
    private boolean sound;
    private boolean waiting;
    private int steps;
    private int falseSteps;
    private int backtracks;
    private int revisits;
    private int acceptedRight;
    private int acceptedWrong;
    private int rejectedRight;
    private int rejectedWrong;

    CountdownTrail(CountdownPuzzle puzzle) {
        target = puzzle.target();
        here = puzzle.numbers().stream().map(Integer::longValue).sorted().toList();
        states.put(here, true);
    }

    /** The line of thought is given up; it counts once another step follows. */
    void backtrack() {
        waiting = steps > 0;
    }

    /**
     * An equation.
     *
     * @param left what the notes say is left over besides the result, e.g. " left 5 and 7"; null if they do not say
     */
    void step(long a, Operator operator, long b, long claimed, @Nullable String left) {
        if (waiting) {
            backtracks++;
            waiting = false;
        }
        steps++;
        List<Long> before = before(a, b, left);
        boolean atHand = states.containsKey(before);
        boolean exact = operator.apply(a, b) == claimed;
        if (!atHand || !exact) {
            falseSteps++;
        }
        if (!taken.add(before + operator.key(a, b))) {
            revisits++;
        }
        sound = exact && atHand && states.getOrDefault(before, false);
        List<Long> after = new ArrayList<>(before);
        after.remove(a);
        after.remove(b);
        after.add(claimed);
        here = sorted(after);
        states.merge(here, sound, Boolean::logicalOr);
    }

    /** The notes say whether the last step makes the target. */
    void check(boolean yes) {
        boolean right = sound && here.equals(List.of((long) target));
        if (yes && right) {
            acceptedRight++;
        } else if (yes) {
            acceptedWrong++;
        } else if (right) {
            rejectedRight++;
        } else {
            rejectedWrong++;
        }
    }

    ThoughtBehaviour behaviour() {
        return new ThoughtBehaviour(
                steps, falseSteps, backtracks, revisits, acceptedRight, acceptedWrong, rejectedRight, rejectedWrong);
    }

    /** The numbers at hand before the step, as the notes tell them or, if they do not, with nothing left over. */
    private static List<Long> before(long a, long b, @Nullable String left) {
        List<Long> numbers = new ArrayList<>(List.of(a, b));
        if (left != null) {
            for (String word : left.split(" ", -1)) {
                if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                    numbers.add(Long.parseLong(word));
                }
            }
        }
        return sorted(numbers);
    }

    private static List<Long> sorted(List<Long> numbers) {
        List<Long> copy = new ArrayList<>(numbers);
        Collections.sort(copy);
        return List.copyOf(copy);
    }
}
