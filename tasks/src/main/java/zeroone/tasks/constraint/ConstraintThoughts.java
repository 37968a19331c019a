package zeroone.tasks.constraint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/**
 * Reads the notes of {@link ConstraintNotes} exactly. A step is a line about one variable; it is false if the variable
 * is not open, some value is not ruled out by what the line says, or the conclusion does not follow. "Wait," before a
 * variable and another value takes back all that was put in since, and is a backtrack. A check is "none." (right if no
 * solution agrees with what was put in) or "done." (right if everything is put in and solves the puzzle). A revisit is a
 * line repeated about the same assignment. A line cut off by the end is ignored.
 */
record ConstraintThoughts<P extends ConstraintPuzzle>(PuzzleKind<P> kind) implements ThoughtReader {
    private static final int LONGEST = 100_000;
    private static final String WORD = "[A-Za-z0-9#-]{1,16}+";
    private static final Pattern LINE = Pattern.compile(("\\bWait, (?<back>%1$s) (?<instead>%1$s)\\."
                    + "|(?<![^ ])(?<name>%1$s)(?<nots>(?: not %1$s by %1$s,){0,32}+) so (?:(?<none>none)"
                    + "|(?<left>%1$s(?: or %1$s){0,32}+), (?:skip|say (?<say>%1$s) (?<said>%1$s))"
                    + "|(?<only>%1$s) (?<put>%1$s))\\."
                    + "|(?<![^ ])done\\.")
            .formatted(WORD));
    private static final Pattern NOT = Pattern.compile(" not (%1$s) by (%1$s),".formatted(WORD));
    private static final Pattern OR = Pattern.compile(" or ");

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        return replay(kind.read(PuzzleData.of(problem)), thought).behaviour();
    }

    /** Follows the notes line by line. */
    static ConstraintTrail replay(ConstraintPuzzle puzzle, String thought) {
        ConstraintTrail trail = new ConstraintTrail(puzzle);
        List<String> names = puzzle.variables();
        List<String> values = puzzle.values();
        Matcher line = LINE.matcher(thought.length() > LONGEST ? thought.substring(0, LONGEST) : thought);
        while (line.find()) {
            String name = line.group("name");
            if (line.group("back") != null) {
                trail.takeBack(names.indexOf(line.group("back")), values.indexOf(line.group("instead")));
            } else if (name == null) {
                trail.done();
            } else {
                int variable = names.indexOf(name);
                trail.look(line.group(), variable, holds(trail, variable, values, line) && follows(values, line));
                conclude(trail, names, values, line);
            }
        }
        return trail;
    }

    /** Whether each value said to be ruled out is, for the reason given, and each value said to be left is left. */
    private static boolean holds(ConstraintTrail trail, int variable, List<String> values, Matcher line) {
        boolean holds = true;
        Matcher not = NOT.matcher(line.group("nots"));
        while (not.find()) {
            holds &= trail.objection(variable, values.indexOf(not.group(1))).equals(not.group(2));
        }
        int left = left(values, line);
        for (int value = 0; value < values.size(); value++) {
            holds &=
                    (left & 1 << value) == 0 || trail.objection(variable, value).isEmpty();
        }
        return holds;
    }

    /** Whether every value is either said to be ruled out or said to be left, and the one put in is one of these. */
    private static boolean follows(List<String> values, Matcher line) {
        int ruledOut = 0;
        Matcher not = NOT.matcher(line.group("nots"));
        while (not.find()) {
            ruledOut |= bit(values, not.group(1));
        }
        int left = left(values, line);
        String target = line.group("only") != null ? line.group("only") : line.group("say");
        boolean possible = line.group("said") == null || (left & bit(values, line.group("said"))) != 0;
        return (ruledOut ^ left) == (1 << values.size()) - 1
                && possible
                && (target == null || target.equals(line.group("name")));
    }

    private static void conclude(ConstraintTrail trail, List<String> names, List<String> values, Matcher line) {
        if (line.group("none") != null) {
            trail.stuck();
        } else if (line.group("only") != null) {
            trail.put(names.indexOf(line.group("only")), values.indexOf(line.group("put")));
        } else if (line.group("say") != null) {
            trail.put(names.indexOf(line.group("say")), values.indexOf(line.group("said")));
        }
    }

    private static int left(List<String> values, Matcher line) {
        if (line.group("none") != null) {
            return 0;
        }
        if (line.group("only") != null) {
            return bit(values, line.group("put"));
        }
        int left = 0;
        for (String value : OR.split(line.group("left"))) {
            left |= bit(values, value);
        }
        return left;
    }

    private static int bit(List<String> values, String value) {
        int index = values.indexOf(value);
        // A value that does not exist contradicts every conclusion.
        return index < 0 ? 1 << 31 : 1 << index;
    }
}
