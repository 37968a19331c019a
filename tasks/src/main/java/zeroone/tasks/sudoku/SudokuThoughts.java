package zeroone.tasks.sudoku;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;

/**
 * Reads Sudoku notes exactly. A step is a line about one cell; it is false if the cell is not blank, does not see
 * exactly the digits listed, what is concluded does not follow, or the digit is put into another cell. "Wait," before
 * a filled cell and another digit takes back all that was filled in since, and is a backtrack. A check is "stuck."
 * (right if the grid so far contradicts the solution) or "done." (right if the grid is the solution). A revisit is a
 * line repeated about the same grid. A line cut off by the end is ignored.
 */
record SudokuThoughts(SudokuShape shape) implements ThoughtReader {
    private static final Pattern LETTERED = line("[a-z]");
    private static final Pattern NUMBERED = line("[A-I][1-9]");

    private static Pattern line(String name) {
        String put = "(?<%s>" + name + ") (?<%s>[1-9])";
        return Pattern.compile("\\bWait, " + put.formatted("back", "instead") + "\\."
                + "|\\b(?<cell>" + name + ") sees(?<seen>(?: [1-9]){0,9})"
                + "(?: so (?:" + put.formatted("only", "onlyDigit")
                + "|(?<left>[1-9](?: or [1-9]){0,8}), (?:skip|say " + put.formatted("say", "sayDigit") + "))\\."
                + "|(?<stuck> stuck\\.))"
                + "|\\bdone\\.");
    }

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        return replay(SudokuTaskset.puzzle(shape, problem), thought).behaviour();
    }

    /** Follows the notes line by line. */
    static SudokuTrail replay(SudokuGrid puzzle, String thought) {
        SudokuTrail trail = new SudokuTrail(puzzle);
        SudokuShape shape = puzzle.shape();
        Matcher line = (shape.lettered() ? LETTERED : NUMBERED).matcher(thought);
        while (line.find()) {
            String back = line.group("back");
            String cell = line.group("cell");
            if (back != null) {
                trail.takeBack(shape.cell(back), digits(line.group("instead")));
            } else if (cell == null) {
                trail.done();
            } else if (line.group("stuck") != null) {
                trail.stuck(shape.cell(cell), digits(line.group("seen")));
            } else {
                look(trail, shape, line);
            }
        }
        return trail;
    }

    private static void look(SudokuTrail trail, SudokuShape shape, Matcher line) {
        int cell = shape.cell(line.group("cell"));
        int seen = digits(line.group("seen"));
        String only = line.group("only");
        if (only != null) {
            int digit = digits(line.group("onlyDigit"));
            trail.look(cell, seen, digit, shape.cell(only), digit);
            return;
        }
        int left = digits(line.group("left"));
        String say = line.group("say");
        if (say == null) {
            trail.skip(cell, seen, left);
        } else {
            trail.look(cell, seen, left, shape.cell(say), digits(line.group("sayDigit")));
        }
    }

    private static int digits(String text) {
        return text.chars().filter(Character::isDigit).map(c -> 1 << (c - '0')).reduce(0, (a, b) -> a | b);
    }
}
