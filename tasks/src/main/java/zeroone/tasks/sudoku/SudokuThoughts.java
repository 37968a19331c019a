package zeroone.tasks.sudoku;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;

/**
 * Reads Sudoku notes exactly. A step is a look at one cell; it is false if the cell is not blank, does not see exactly
 * what is listed, what is concluded does not follow, or the digit is put into another cell. Copying the grid is no step
 * unless the copy is wrong: then it is a false one, and the notes go on from what they say. "Wait," and the grid that holds
 * is a backtrack; it is false if the grid is neither the puzzle nor one from before with another digit supposed. A check
 * is "stuck." (right if the grid so far contradicts the solution), "yes" and "no" behind a row (right if it is the solution's
 * row, or is not) or "done." (right if the grid is the solution). A revisit is a look repeated at the same grid. What is cut
 * off by the end is ignored.
 */
record SudokuThoughts(SudokuShape shape) implements ThoughtReader {
    private static final Pattern LETTERED = marks("[a-z]", "");
    private static final Pattern NUMBERED = marks("[A-I][1-9]", "=");

    private static Pattern marks(String name, String sign) {
        String cell = name + sign + "[1-9_]";
        return Pattern.compile("(?<wait>\\bWait,)"
                + "|\\b(?<cell>" + name + ") sees(?<seen>(?: " + cell + "){1,20})"
                + "(?: so (?:(?<choice>[1-9](?: or [1-9]){1,8}) say )?(?<into>" + name + ")" + sign
                + "(?<put>[1-9_])\\b"
                + "| (?<stuck>stuck)\\.)"
                + "|\\b(?<copied>" + name + ")" + sign + "(?<value>[1-9_])\\b"
                + "|\\b(?<verdict>yes|no)\\b"
                + "|\\bdone\\.");
    }

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        return replay(SudokuTaskset.puzzle(shape, problem), thought).behaviour();
    }

    /** Follows the notes mark by mark. */
    static SudokuTrail replay(SudokuGrid puzzle, String thought) {
        SudokuTrail trail = new SudokuTrail(puzzle);
        SudokuShape shape = puzzle.shape();
        Matcher mark = (shape.lettered() ? LETTERED : NUMBERED).matcher(thought);
        while (mark.find()) {
            String cell = mark.group("cell");
            String copied = mark.group("copied");
            String verdict = mark.group("verdict");
            if (copied != null) {
                trail.copy(shape.cell(copied), digit(mark.group("value")));
            } else if (mark.group("wait") != null) {
                trail.startOver();
            } else if (cell == null && verdict != null) {
                trail.judgeRow(verdict.equals("yes"));
            } else if (cell == null) {
                trail.done();
            } else if (mark.group("stuck") != null) {
                trail.stuck(shape.cell(cell), mark.group("seen"));
            } else {
                int put = digit(mark.group("put"));
                String choice = mark.group("choice");
                int concluded = choice != null ? digits(choice) : put == 0 ? SudokuTrail.SEVERAL : 1 << put;
                trail.look(shape.cell(cell), mark.group("seen"), concluded, shape.cell(mark.group("into")), put);
            }
        }
        return trail;
    }

    private static int digit(String text) {
        return text.equals("_") ? 0 : text.charAt(0) - '0';
    }

    private static int digits(String text) {
        return text.chars().filter(Character::isDigit).map(c -> 1 << (c - '0')).reduce(0, (a, b) -> a | b);
    }
}
