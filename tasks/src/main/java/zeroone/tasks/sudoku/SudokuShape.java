package zeroone.tasks.sudoku;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The geometry of a grid: cells are numbered in reading order, digits run from 1 to {@code size}. */
final class SudokuShape {
    static final SudokuShape FOUR = new SudokuShape(2, 2);
    static final SudokuShape SIX = new SudokuShape(2, 3);
    static final SudokuShape NINE = new SudokuShape(3, 3);

    private static final int LETTERS = 26;

    private final int boxRows;
    private final int boxColumns;
    private final int size;
    private final List<List<Integer>> units;
    private final int[][] peers;
    private final Map<String, Integer> names;

    private SudokuShape(int boxRows, int boxColumns) {
        this.boxRows = boxRows;
        this.boxColumns = boxColumns;
        size = boxRows * boxColumns;
        units = IntStream.range(0, 3 * size).mapToObj(this::unit).toList();
        peers = IntStream.range(0, cells()).mapToObj(this::peersOf).toArray(int[][]::new);
        names = IntStream.range(0, cells()).boxed().collect(Collectors.toUnmodifiableMap(this::cellName, cell -> cell));
    }

    /** 4, 6 or 9. */
    int size() {
        return size;
    }

    /** Rows of a box, and boxes side by side: 2 or 3. */
    int boxRows() {
        return boxRows;
    }

    /** Columns of a box, and boxes on top of each other: 2 or 3. */
    int boxColumns() {
        return boxColumns;
    }

    int cells() {
        return size * size;
    }

    /** All digits as bits 1 to {@code size}. */
    int allDigits() {
        return (1 << (size + 1)) - 2;
    }

    int row(int cell) {
        return cell / size;
    }

    int column(int cell) {
        return cell % size;
    }

    int boxOf(int cell) {
        return row(cell) / boxRows * boxRows + column(cell) / boxColumns;
    }

    /** The cells that share a row, a column or a box with this one. */
    int[] peers(int cell) {
        return peers[cell];
    }

    /** Rows, then columns, then boxes, each as its cells. */
    List<List<Integer>> units() {
        return units;
    }

    /** What people call unit {@code index}, e.g. "row 1". */
    String unitName(int index) {
        return List.of("row", "column", "box").get(index / size) + " " + (index % size + 1);
    }

    /**
     * Whether there is a letter for every cell. Then prompts and answers name each cell before its digit, so that looking
     * a cell up is to find its name and read what follows.
     */
    boolean lettered() {
        return cells() <= LETTERS;
    }

    /** What a cell is called: a letter in reading order, e.g. g, or, in larger grids, row and column, e.g. B3. */
    String cellName(int cell) {
        return lettered() ? String.valueOf((char) ('a' + cell)) : "" + (char) ('A' + row(cell)) + (column(cell) + 1);
    }

    /**
     * A cell with what it holds: name and digit in one word, e.g. g3, in larger grids with a sign between, e.g. B3=7. One
     * word can be one token, and what a cell holds is then found in one look.
     */
    String holding(int cell, int digit) {
        return cellName(cell) + (lettered() ? "" : "=") + (digit == 0 ? "_" : String.valueOf(digit));
    }

    /** The cell of that name; -1 if there is none. */
    int cell(String name) {
        return names.getOrDefault(name, -1);
    }

    private List<Integer> unit(int index) {
        int which = index % size;
        return IntStream.range(0, cells())
                .filter(cell -> switch (index / size) {
                    case 0 -> row(cell) == which;
                    case 1 -> column(cell) == which;
                    default -> boxOf(cell) == which;
                })
                .boxed()
                .toList();
    }

    private int[] peersOf(int cell) {
        return IntStream.range(0, cells())
                .filter(other -> other != cell
                        && (row(other) == row(cell) || column(other) == column(cell) || boxOf(other) == boxOf(cell)))
                .toArray();
    }
}
