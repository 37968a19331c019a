package zeroone.tasks.sudoku;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody fills a grid and writes it down as it goes. In order, that is line after line of the whole grid: what is known
 * is copied, {@code a1}, and at a blank the writer looks round at the cells that share a row, column or box with it,
 * {@code b sees a1 c_ d4 e_ f_ j_ n3 so b2}, or {@code … so b_} where several digits are possible. Every pass so ends
 * with the grid as it stands, and all that is ever read stands nearby. Who tries anything looks at blanks in random order
 * and supposes a digit where several are possible, {@code … so 2 or 3 say b2}. Where that leads nowhere, the grid that
 * holds is written down again: {@code … stuck. Wait, a1 b3 c_ …}. In the end a full grid is copied once more and each row
 * checked: {@code a1 b2 c3 d4 yes / …}. A cell and what it holds are always one word, as in prompt and answer.
 */
final class SudokuNotes {
    /** How a writer works. */
    enum Style {
        /** Pass after pass over the whole grid, supposing only when a pass brings nothing. */
        IN_ORDER(" Go in order:"),
        /** Blanks in random order, supposing at once. */
        ANYTHING(" Try anything:"),
        /** One pass, supposing at once and taking nothing back, unchecked. */
        QUICK(" Quick try:");

        private final String opening;

        Style(String opening) {
            this.opening = opening;
        }
    }

    private final SudokuShape shape;
    private final Style style;
    private final int mostLooks;
    private final double sloppiness;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private final List<Supposition> suppositions = new ArrayList<>();
    private final SudokuGrid puzzle;
    private SudokuGrid grid;
    private int looks;
    private boolean stuck;

    /** A digit was supposed in a cell; {@code before} is the grid without it, {@code others} the digits still open. */
    private record Supposition(SudokuGrid before, int cell, int others) {}

    /**
     * @param mostLooks blanks to look at before giving up
     * @param sloppiness chance of a wrong conclusion in each look
     */
    SudokuNotes(SudokuGrid puzzle, Style style, int mostLooks, double sloppiness, RandomGenerator random) {
        this.shape = puzzle.shape();
        this.style = style;
        this.mostLooks = mostLooks;
        this.sloppiness = sloppiness;
        this.random = random;
        this.puzzle = puzzle;
        grid = puzzle;
    }

    /** The grid as far as the notes have filled it. */
    SudokuGrid grid() {
        return grid;
    }

    /** Writes the notes; to be called once. */
    String write() {
        text.append(style.opening);
        boolean suppose = style != Style.IN_ORDER;
        boolean first = true;
        boolean accepted = false;
        while (!accepted && !over()) {
            if (!first && style != Style.ANYTHING) {
                text.append(" Again:");
            }
            first = false;
            int filled = grid.blanks().size();
            if (style == Style.ANYTHING) {
                anyOrder();
            } else {
                inOrder(suppose);
                suppose = !over() && (style == Style.QUICK || grid.blanks().size() == filled);
            }
            accepted = grid.blanks().isEmpty() && (style == Style.QUICK || check());
        }
        return text.append(accepted ? " done." : " I give up.").toString();
    }

    static int anyOf(int digits, RandomGenerator random) {
        int left = digits;
        for (int skip = random.nextInt(Integer.bitCount(digits)); skip > 0; skip--) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }

    /** Copies the grid and looks at every blank; supposes at the first that leaves a choice, the quick at each. */
    private void inOrder(boolean suppose) {
        boolean supposing = suppose;
        for (int cell = 0; cell < shape.cells(); cell++) {
            if (grid.digit(cell) != 0) {
                value(cell);
            } else if (over()) {
                return;
            } else {
                int suppositionsBefore = suppositions.size();
                if (!look(cell, supposing)) {
                    return;
                }
                supposing &= style == Style.QUICK || suppositions.size() == suppositionsBefore;
            }
            rowEnd(cell, "");
        }
        text.append('.');
    }

    /** Looks at every blank once, in random order. */
    private void anyOrder() {
        List<Integer> cells = grid.blanks();
        Collections.shuffle(cells, random);
        for (int cell : cells) {
            if (over() || !look(cell, true)) {
                return;
            }
        }
    }

    /**
     * Copies the full grid and says of each row whether it holds every digit once; if one does not, all starts anew.
     *
     * @return whether every row does
     */
    private boolean check() {
        text.append(" Check:");
        int seen = 0;
        for (int cell = 0; cell < shape.cells(); cell++) {
            value(cell);
            seen = shape.column(cell) == 0 ? 1 << grid.digit(cell) : seen | 1 << grid.digit(cell);
            if (shape.column(cell) == shape.size() - 1 && seen != shape.allDigits()) {
                text.append(" no.");
                suppositions.clear();
                restore(puzzle);
                return false;
            }
            rowEnd(cell, " yes");
        }
        text.append('.');
        return true;
    }

    /** Looks at one blank. Returns whether the grid still holds what was filled in before. */
    private boolean look(int cell, boolean suppose) {
        looks++;
        text.append(' ').append(shape.cellName(cell)).append(" sees").append(grid.around(cell));
        int candidates = sloppiness > 0 && random.nextDouble() < sloppiness
                ? 1 << anyOf(shape.allDigits(), random)
                : grid.candidates(cell);
        if (candidates == 0) {
            text.append(" stuck.");
            takeBack();
            return false;
        }
        text.append(" so");
        boolean choice = Integer.bitCount(candidates) > 1;
        if (choice && suppose) {
            int digit = anyOf(candidates, random);
            choice(candidates);
            text.append(" say");
            suppositions.add(new Supposition(grid, cell, candidates & ~(1 << digit)));
            grid = grid.with(cell, digit);
        } else if (!choice) {
            grid = grid.with(cell, anyOf(candidates, random));
        }
        value(cell);
        return true;
    }

    /** Returns to the last supposition that leaves another digit to try; without one, something went wrong: to the puzzle. */
    private void takeBack() {
        if (style == Style.QUICK) {
            stuck = true;
            return;
        }
        while (!suppositions.isEmpty()) {
            Supposition last = suppositions.removeLast();
            if (last.others() != 0) {
                int digit = anyOf(last.others(), random);
                suppositions.add(new Supposition(last.before(), last.cell(), last.others() & ~(1 << digit)));
                restore(last.before().with(last.cell(), digit));
                return;
            }
        }
        restore(puzzle);
    }

    private void restore(SudokuGrid other) {
        grid = other;
        text.append(" Wait, ").append(other.named()).append('.');
    }

    private void value(int cell) {
        text.append(' ').append(shape.holding(cell, grid.digit(cell)));
    }

    private void rowEnd(int cell, String verdict) {
        if (shape.column(cell) == shape.size() - 1) {
            text.append(verdict).append(cell < shape.cells() - 1 ? " /" : "");
        }
    }

    private boolean over() {
        return stuck || looks >= mostLooks;
    }

    private void choice(int digits) {
        String before = " ";
        for (int left = digits; left != 0; left &= left - 1) {
            text.append(before).append(Integer.numberOfTrailingZeros(left));
            before = " or ";
        }
    }
}
