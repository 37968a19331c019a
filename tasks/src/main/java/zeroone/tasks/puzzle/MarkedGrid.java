package zeroone.tasks.puzzle;

import java.util.List;

/**
 * A square grid with one mark in each cell, written row by row: {@code S . # / . . # / # . G}.
 *
 * @param size rows and columns
 * @param marks the marks in reading order, size times size of them
 */
public record MarkedGrid(int size, String marks) {
    private static final int LONGEST = 2_000;

    public MarkedGrid {
        if (marks.length() != size * size) {
            throw new IllegalArgumentException(
                    "a grid of size " + size + " must have " + size * size + " marks, not " + marks.length());
        }
    }

    /**
     * The grid that a field holds.
     *
     * @param allowed the marks that may occur
     * @throws IllegalArgumentException if it is not of that size or has other marks
     */
    public static MarkedGrid read(PuzzleData data, String field, int size, String allowed) {
        String text = data.text(field, LONGEST);
        StringBuilder marks = new StringBuilder(size * size);
        try {
            List<String> cells = AnswerText.rows(text, size, size);
            for (String cell : cells) {
                if (cell.length() != 1 || allowed.indexOf(cell.charAt(0)) < 0) {
                    throw new WrongAnswer("has " + AnswerText.quoted(cell));
                }
                marks.append(cell);
            }
        } catch (WrongAnswer malformed) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" must have " + size + " rows of " + size + " marks, each one of "
                            + String.join(" ", allowed.split("")) + "; it " + malformed.reason(),
                    malformed);
        }
        return new MarkedGrid(size, marks.toString());
    }

    public char at(int cell) {
        return marks.charAt(cell);
    }

    /** How many cells have the mark. */
    public int count(char mark) {
        int count = 0;
        for (int cell = 0; cell < marks.length(); cell++) {
            count += marks.charAt(cell) == mark ? 1 : 0;
        }
        return count;
    }

    /** The least text of marks among the eight that turning and mirroring make. */
    public String leastSymmetric() {
        String least = marks;
        char[] moved = new char[marks.length()];
        for (int symmetry = 1; symmetry < 8; symmetry++) {
            for (int cell = 0; cell < moved.length; cell++) {
                int row = cell / size;
                int column = cell % size;
                int r = (symmetry & 1) == 0 ? row : size - 1 - row;
                int c = (symmetry & 2) == 0 ? column : size - 1 - column;
                moved[cell] = marks.charAt((symmetry & 4) == 0 ? r * size + c : c * size + r);
            }
            String text = new String(moved);
            least = text.compareTo(least) < 0 ? text : least;
        }
        return least;
    }

    /** The rows, with spaces between marks and slashes between rows. */
    @Override
    public String toString() {
        StringBuilder rows = new StringBuilder(2 * marks.length() + 2 * size);
        for (int cell = 0; cell < marks.length(); cell++) {
            rows.append(cell == 0 ? "" : cell % size == 0 ? " / " : " ").append(marks.charAt(cell));
        }
        return rows.toString();
    }
}
