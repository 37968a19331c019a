package zeroone.tasks.sudoku;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;

/**
 * Reads Sudoku notes exactly. A step is a line about one cell; it is false if the cell is not blank, does not see exactly
 * the digits named, or what is concluded does not follow. "Wait," before a filled cell takes back all that was filled in
 * since, and is a backtrack. A check is "stuck." (right if the grid so far contradicts the solution) or "done." (right if
 * the grid is the solution). A revisit is a line repeated about the same grid. A line cut off by the end is ignored.
 */
record SudokuThoughts(SudokuShape shape) implements ThoughtReader {
    private static final Pattern LINE = Pattern.compile("\\bWait, (?<back>[A-I][1-9]) say (?<instead>[1-9])\\."
            + "|\\b(?<cell>[A-I][1-9]) sees(?<seen>(?: [1-9]){0,9})"
            + "(?: so (?<left>[1-9](?: or [1-9]){0,8})(?<say>, say (?<digit>[1-9]))?(?<skip>, skip)?\\.|(?<stuck> stuck\\.))"
            + "|\\b(?<done>done)\\.");

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        return replay(SudokuTaskset.puzzle(shape, problem), thought).behaviour();
    }

    /** Follows the notes line by line. */
    static SudokuTrail replay(SudokuGrid puzzle, String thought) {
        SudokuTrail trail = new SudokuTrail(puzzle);
        Matcher line = LINE.matcher(thought);
        while (line.find()) {
            String back = line.group("back");
            String cell = line.group("cell");
            if (back != null) {
                trail.takeBack(cell(puzzle, back), digits(line.group("instead")));
            } else if (cell == null) {
                trail.done();
            } else if (line.group("stuck") != null) {
                trail.stuck(cell(puzzle, cell), digits(line.group("seen")));
            } else {
                int left = digits(line.group("left"));
                int placed =
                        line.group("say") != null ? digits(line.group("digit")) : line.group("skip") != null ? 0 : left;
                trail.look(cell(puzzle, cell), digits(line.group("seen")), left, placed);
            }
        }
        return trail;
    }

    private static int cell(SudokuGrid puzzle, String name) {
        return puzzle.shape().cell(name.charAt(0), name.charAt(1));
    }

    private static int digits(String text) {
        return text.chars().filter(Character::isDigit).map(c -> 1 << (c - '0')).reduce(0, (a, b) -> a | b);
    }
}
