package zeroone.tasks.queens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.WrongAnswer;

/** A board: {@code Q} a queen given, {@code x} a blocked square. The variables are the columns. */
final class QueensPuzzle implements ConstraintPuzzle {
    static final char QUEEN = 'Q';
    static final char BLOCKED = 'x';
    static final char FREE = '.';

    private static final List<String> COLUMNS = letters();
    private static final List<String> ROWS =
            IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList();

    private final int size;
    private final MarkedGrid board;

    QueensPuzzle(MarkedGrid board) {
        size = board.size();
        this.board = board;
    }

    @Override
    public List<String> variables() {
        return COLUMNS.subList(0, size);
    }

    @Override
    public List<String> values() {
        return ROWS.subList(0, size);
    }

    @Override
    public int[] start() {
        int[] rows = new int[size];
        Arrays.fill(rows, OPEN);
        for (int square = 0; square < size * size; square++) {
            if (board.at(square) == QUEEN) {
                rows[square % size] = square / size;
            }
        }
        return rows;
    }

    /** {@code x} for a blocked square, or the column whose queen attacks it. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        if (board.at(value * size + variable) == BLOCKED) {
            return "x";
        }
        for (int column = 0; column < size; column++) {
            int row = assignment[column];
            if (row != OPEN
                    && column != variable
                    && (row == value || Math.abs(row - value) == Math.abs(column - variable))) {
                return COLUMNS.get(column);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner squares = new StringJoiner(" ");
        for (int column = 0; column < size; column++) {
            squares.add(COLUMNS.get(column) + ROWS.get(assignment[column]));
        }
        return squares.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        List<String> squares = AnswerText.words(answer);
        if (squares.size() != size) {
            throw new WrongAnswer("has " + squares.size() + " squares, not " + size);
        }
        int[] rows = new int[size];
        Arrays.fill(rows, OPEN);
        for (String square : squares) {
            int column = AnswerText.named(variables(), square.substring(0, 1));
            if (rows[column] != OPEN) {
                throw new WrongAnswer("has two queens in column " + COLUMNS.get(column));
            }
            rows[column] = AnswerText.named(values(), square.substring(1));
        }
        return rows;
    }

    /** The least of the eight boards that turning and mirroring make. */
    @Override
    public String canonicalForm() {
        return board.leastSymmetric();
    }

    @Override
    public String prompt() {
        String last = COLUMNS.get(size - 1);
        return "Place " + size + " queens on the board, one in every column, none on a square marked x, so that no two"
                + " share a row or a diagonal; queens marked Q stay. Columns a to " + last
                + " from left to right, rows 1"
                + " to " + size + " from top to bottom: " + board + ". Answer with the " + size
                + " squares, such as a2 b4.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put("board", board.toString());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("size", size);
        axes.put("queens given", board.count(QUEEN));
        axes.put("squares blocked", board.count(BLOCKED));
        return axes;
    }

    private static List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (char letter = 'a'; letter <= 'j'; letter++) {
            letters.add(String.valueOf(letter));
        }
        return letters;
    }
}
