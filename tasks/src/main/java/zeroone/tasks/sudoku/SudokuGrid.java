package zeroone.tasks.sudoku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A grid with some cells filled in: digits, or 0 for a blank. Written plainly row by row, {@code 1 _ _ 4 / _ _ 2 _ / …},
 * or, where there are letters enough, with its name before every cell, {@code a1 b_ c_ d4 / e_ f_ g2 h_ / …}.
 */
final class SudokuGrid {
    private static final Pattern ROW_ENDS = Pattern.compile("[/\n]");

    private final SudokuShape shape;
    private final int[] cells;

    SudokuGrid(SudokuShape shape, int[] cells) {
        this.shape = shape;
        this.cells = cells.clone();
    }

    /**
     * Reads rows separated by slashes or line breaks, cells separated by spaces, blanks written as underscores. Where the
     * first cell has its name before it, every cell must have its own.
     */
    static SudokuGrid parse(SudokuShape shape, String text) throws MalformedGrid {
        String[] rows = ROW_ENDS.split(text.strip(), -1);
        if (rows.length != shape.size()) {
            throw new MalformedGrid("has " + rows.length + " rows, not " + shape.size());
        }
        boolean named = shape.lettered() && startsWithLetter(text);
        int[] cells = new int[shape.cells()];
        for (int row = 0; row < rows.length; row++) {
            List<String> words = words(rows[row].strip());
            if (words.size() != shape.size()) {
                throw new MalformedGrid("has " + words.size() + " cells in row " + (row + 1) + ", not " + shape.size());
            }
            for (int column = 0; column < shape.size(); column++) {
                int cell = row * shape.size() + column;
                String word = words.get(column);
                if (named && !word.startsWith(shape.cellName(cell))) {
                    throw new MalformedGrid("has " + quoted(word) + place(row, column) + " where the name "
                            + shape.cellName(cell) + " and a digit should be");
                }
                cells[cell] =
                        digit(shape, named ? word.substring(shape.cellName(cell).length()) : word, row, column);
            }
        }
        return new SudokuGrid(shape, cells);
    }

    private static boolean startsWithLetter(String text) {
        int start = 0;
        while (start < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start < text.length() && text.charAt(start) >= 'a' && text.charAt(start) <= 'z';
    }

    /** What stands between spaces, of a text that neither begins nor ends with one. */
    private static List<String> words(String row) {
        List<String> words = new ArrayList<>();
        for (int start = 0; start <= row.length(); ) {
            int end = row.indexOf(' ', start);
            end = end < 0 ? row.length() : end;
            words.add(row.substring(start, end));
            start = end + 1;
            while (start < row.length() && row.charAt(start) == ' ') {
                start++;
            }
        }
        return words;
    }

    SudokuShape shape() {
        return shape;
    }

    /** The digit in a cell, 0 if it is blank. */
    int digit(int cell) {
        return cells[cell];
    }

    int[] digits() {
        return cells.clone();
    }

    SudokuGrid with(int cell, int digit) {
        SudokuGrid copy = new SudokuGrid(shape, cells);
        copy.cells[cell] = digit;
        return copy;
    }

    /** The blank cells in reading order. */
    List<Integer> blanks() {
        List<Integer> blanks = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] == 0) {
                blanks.add(cell);
            }
        }
        return blanks;
    }

    /** The digits that the peers of a cell hold, as bits. */
    int seen(int cell) {
        int seen = 0;
        for (int peer : shape.peers(cell)) {
            seen |= 1 << cells[peer];
        }
        return seen & shape.allDigits();
    }

    /** The peers of a cell with their digits, as notes write them: {@code " a1 c_ d4"}. */
    String around(int cell) {
        StringBuilder text = new StringBuilder();
        for (int peer : shape.peers(cell)) {
            text.append(' ').append(shape.holding(peer, cells[peer]));
        }
        return text.toString();
    }

    /** The digits that no peer of a cell holds, as bits. */
    int candidates(int cell) {
        return shape.allDigits() & ~seen(cell);
    }

    /** The same puzzle with its digits renamed in order of first appearance: equal for relabelled puzzles. */
    String canonicalForm() {
        int[] names = new int[shape.size() + 1];
        int next = 1;
        StringBuilder text = new StringBuilder(cells.length);
        for (int digit : cells) {
            if (digit != 0 && names[digit] == 0) {
                names[digit] = next++;
            }
            text.append(digit == 0 ? "_" : String.valueOf(names[digit]));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SudokuGrid grid && grid.shape == shape && Arrays.equals(grid.cells, cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /** The grid as prompts and answers have it: with names, if there are letters enough. */
    String written() {
        return rows(shape.lettered());
    }

    /** The grid with the name of every cell before its digit. */
    String named() {
        return rows(true);
    }

    /** The grid without names. */
    @Override
    public String toString() {
        return rows(false);
    }

    private String rows(boolean named) {
        StringJoiner rows = new StringJoiner(" / ");
        for (int row = 0; row < shape.size(); row++) {
            StringJoiner words = new StringJoiner(" ");
            for (int column = 0; column < shape.size(); column++) {
                int cell = row * shape.size() + column;
                words.add(
                        named
                                ? shape.holding(cell, cells[cell])
                                : cells[cell] == 0 ? "_" : String.valueOf(cells[cell]));
            }
            rows.add(words.toString());
        }
        return rows.toString();
    }

    private static int digit(SudokuShape shape, String word, int row, int column) throws MalformedGrid {
        if (word.equals("_")) {
            return 0;
        }
        char symbol = word.length() == 1 ? word.charAt(0) : '?';
        if (symbol < '1' || symbol > '0' + shape.size()) {
            throw new MalformedGrid("has " + quoted(word) + place(row, column) + " where a digit from 1 to "
                    + shape.size() + " should be");
        }
        return symbol - '0';
    }

    private static String quoted(String word) {
        return "\"" + (word.length() > 8 ? word.substring(0, 8) + "…" : word) + "\"";
    }

    private static String place(int row, int column) {
        return " in row " + (row + 1) + ", column " + (column + 1);
    }
}
