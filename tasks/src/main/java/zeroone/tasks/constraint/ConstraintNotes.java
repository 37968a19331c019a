package zeroone.tasks.constraint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Somebody rules values out and writes it down: {@code B not 1 by A, not 3 by C, so B 2. D not 2 by B, so 1 or 3, skip.}
 * When a round over all open variables brings nothing, a careful writer supposes a value, {@code D not 2 by B, so 1 or 3,
 * say D 1.}, and takes it back where it leads nowhere: {@code E not 1 by D, not 2 by B, so none. Wait, D 3.}
 */
final class ConstraintNotes {
    /** Lines that bring nothing are mostly left out. */
    private static final double SKIPS_WRITTEN = 0.3;

    private final ConstraintPuzzle puzzle;
    private final List<String> names;
    private final List<String> values;
    private final boolean careless;
    private final boolean systematic;
    private final int mostLooks;
    private final double sloppiness;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private final List<Supposition> suppositions = new ArrayList<>();
    private int[] assignment;
    private int looks;
    private boolean stuck;

    /** A value was supposed; {@code before} is the assignment without it, {@code others} the values still to try. */
    private record Supposition(int[] before, int variable, int others) {}

    /**
     * @param careless supposes a value wherever several are left and never takes one back
     * @param mostLooks lines after which to stop
     * @param sloppiness chance of a mistake in each line
     */
    ConstraintNotes(
            ConstraintPuzzle puzzle,
            boolean careless,
            boolean systematic,
            int mostLooks,
            double sloppiness,
            RandomGenerator random) {
        this.puzzle = puzzle;
        this.careless = careless;
        this.systematic = systematic;
        this.mostLooks = mostLooks;
        this.sloppiness = sloppiness;
        this.random = random;
        names = puzzle.variables();
        values = puzzle.values();
        assignment = puzzle.start();
    }

    /** The assignment as far as the notes have come. */
    int[] assignment() {
        return assignment.clone();
    }

    /** Writes the notes; to be called once. */
    String write() {
        text.append(careless ? " Quick try." : systematic ? " Go in order." : " Try anything.");
        boolean suppose = open().size() == names.size();
        while (!over()) {
            int before = open().size();
            round(suppose);
            suppose = !over() && open().size() == before;
        }
        return text.append(open().isEmpty() ? " done." : " I give up.").toString();
    }

    /** Looks at every open variable once; supposes a value at the first that leaves a choice, if asked to. */
    private void round(boolean suppose) {
        List<Integer> order = open();
        if (!systematic) {
            Collections.shuffle(order, random);
        }
        boolean supposing = suppose;
        for (int variable : order) {
            if (over()) {
                return;
            }
            int left = ConstraintSearch.left(puzzle, values.size(), assignment, variable);
            boolean supposeHere = (supposing || careless) && Integer.bitCount(left) > 1;
            if (Integer.bitCount(left) > 1 && !supposeHere && random.nextDouble() >= SKIPS_WRITTEN) {
                continue;
            }
            looks++;
            if (sloppiness > 0 && random.nextDouble() < sloppiness) {
                left = 1 << random.nextInt(values.size());
                supposeHere = false;
            }
            look(variable, left);
            if (left == 0) {
                text.append(" none.");
                takeBack();
                return;
            }
            if (Integer.bitCount(left) == 1) {
                put(variable, Integer.numberOfTrailingZeros(left));
            } else {
                StringJoiner choice = new StringJoiner(" or ", " ", ",");
                bits(left).forEach(value -> choice.add(values.get(value)));
                text.append(choice);
                if (supposeHere) {
                    suppose(variable, left);
                    supposing = false;
                } else {
                    text.append(" skip.");
                }
            }
        }
    }

    /** Writes what speaks against each value that is not left. */
    private void look(int variable, int left) {
        text.append(' ').append(names.get(variable));
        for (int value = 0; value < values.size(); value++) {
            String objection = puzzle.objection(assignment, variable, value);
            if ((left & 1 << value) == 0 && !objection.isEmpty()) {
                text.append(" not ")
                        .append(values.get(value))
                        .append(" by ")
                        .append(objection)
                        .append(',');
            }
        }
        text.append(" so");
    }

    private void suppose(int variable, int left) {
        int value = anyOf(left, random);
        text.append(" say");
        if (!careless) {
            suppositions.add(new Supposition(assignment.clone(), variable, left & ~(1 << value)));
        }
        put(variable, value);
    }

    /** Returns to the last supposition that leaves another value to try. */
    private void takeBack() {
        while (!suppositions.isEmpty()) {
            Supposition last = suppositions.removeLast();
            if (last.others() != 0) {
                int value = anyOf(last.others(), random);
                text.append(" Wait,");
                suppositions.add(new Supposition(last.before(), last.variable(), last.others() & ~(1 << value)));
                assignment = last.before().clone();
                put(last.variable(), value);
                return;
            }
        }
        stuck = true;
    }

    private void put(int variable, int value) {
        text.append(' ')
                .append(names.get(variable))
                .append(' ')
                .append(values.get(value))
                .append('.');
        assignment[variable] = value;
    }

    private boolean over() {
        return stuck || looks >= mostLooks || open().isEmpty();
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int variable = 0; variable < assignment.length; variable++) {
            if (assignment[variable] == ConstraintPuzzle.OPEN) {
                open.add(variable);
            }
        }
        return open;
    }

    static int anyOf(int bits, RandomGenerator random) {
        int left = bits;
        for (int skip = random.nextInt(Integer.bitCount(bits)); skip > 0; skip--) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }

    private static IntStream bits(int bits) {
        return IntStream.range(0, Integer.SIZE).filter(bit -> (bits & 1 << bit) != 0);
    }
}
