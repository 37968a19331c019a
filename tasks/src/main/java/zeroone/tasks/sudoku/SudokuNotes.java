package zeroone.tasks.sudoku;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody fills a grid and writes it down as it goes: {@code b sees 1 3 4 so b 2. e sees 2 3 so 1 or 4, skip.} When a
 * round over all blanks brings nothing, a careful writer supposes a digit, {@code e sees 2 3 so 1 or 4, say e 1.}, and
 * takes it back where it leads nowhere: {@code i sees 1 2 3 4 stuck. Wait, e 4.} As in prompt and answer, a digit that is
 * put into a cell stands right behind the name of the cell.
 */
final class SudokuNotes {
    private final SudokuShape shape;
    private final boolean careless;
    private final boolean systematic;
    private final int mostLooks;
    private final double sloppiness;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private final List<Supposition> suppositions = new ArrayList<>();
    private SudokuGrid grid;
    private int looks;
    private boolean stuck;

    /** A digit was supposed in a cell; {@code before} is the grid without it, {@code others} the digits still open. */
    private record Supposition(SudokuGrid before, int cell, int others) {}

    /**
     * @param careless supposes a digit wherever several are possible and never takes one back
     * @param mostLooks lines after which to stop
     * @param sloppiness chance of a mistake in each line
     */
    SudokuNotes(
            SudokuGrid puzzle,
            boolean careless,
            boolean systematic,
            int mostLooks,
            double sloppiness,
            RandomGenerator random) {
        this.shape = puzzle.shape();
        this.careless = careless;
        this.systematic = systematic;
        this.mostLooks = mostLooks;
        this.sloppiness = sloppiness;
        this.random = random;
        grid = puzzle;
    }

    /** The grid as far as the notes have filled it. */
    SudokuGrid grid() {
        return grid;
    }

    /** Writes the notes; to be called once. */
    String write() {
        text.append(careless ? " Quick try:" : systematic ? " Go in order:" : " Try anything:");
        boolean suppose = false;
        while (!over()) {
            int filled = grid.blanks().size();
            round(suppose);
            suppose = !careless && !over() && grid.blanks().size() == filled;
        }
        return text.append(grid.blanks().isEmpty() ? " done." : " I give up.").toString();
    }

    static int anyOf(int digits, RandomGenerator random) {
        int left = digits;
        for (int skip = random.nextInt(Integer.bitCount(digits)); skip > 0; skip--) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }

    /** Looks at every blank once; supposes a digit at the first that leaves a choice, if asked to. */
    private void round(boolean suppose) {
        List<Integer> cells = grid.blanks();
        if (!systematic) {
            Collections.shuffle(cells, random);
        }
        boolean supposing = suppose;
        for (int cell : cells) {
            if (over()) {
                return;
            }
            looks++;
            int candidates = sloppiness > 0 && random.nextDouble() < sloppiness
                    ? 1 << anyOf(shape.allDigits(), random)
                    : grid.candidates(cell);
            text.append(' ').append(shape.cellName(cell)).append(" sees");
            digits(grid.seen(cell), " ");
            if (candidates == 0) {
                text.append(" stuck.");
                takeBack();
                return;
            }
            text.append(" so");
            if (Integer.bitCount(candidates) == 1) {
                put(cell, anyOf(candidates, random));
                continue;
            }
            digits(candidates, " or ");
            if (careless || supposing) {
                int digit = anyOf(candidates, random);
                text.append(", say");
                if (!careless) {
                    suppositions.add(new Supposition(grid, cell, candidates & ~(1 << digit)));
                }
                put(cell, digit);
                supposing = false;
            } else {
                text.append(", skip.");
            }
        }
    }

    /** Returns to the last supposition that leaves another digit to try. */
    private void takeBack() {
        while (!suppositions.isEmpty()) {
            Supposition last = suppositions.removeLast();
            if (last.others() != 0) {
                int digit = anyOf(last.others(), random);
                text.append(" Wait,");
                suppositions.add(new Supposition(last.before(), last.cell(), last.others() & ~(1 << digit)));
                grid = last.before();
                put(last.cell(), digit);
                return;
            }
        }
        stuck = true;
    }

    private void put(int cell, int digit) {
        text.append(' ').append(shape.cellName(cell)).append(' ').append(digit).append('.');
        grid = grid.with(cell, digit);
    }

    private boolean over() {
        return stuck || looks >= mostLooks || grid.blanks().isEmpty();
    }

    private void digits(int digits, String separator) {
        String before = " ";
        for (int left = digits; left != 0; left &= left - 1) {
            text.append(before).append(Integer.numberOfTrailingZeros(left));
            before = separator;
        }
    }
}
