package zeroone.tasks.path;

import java.util.List;
import java.util.Optional;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/**
 * Reads the notes of {@link PathNotes} exactly. A step is a line that lists what is new from a state, a move, a clause
 * that says where a state was reached from, "stuck." or "too far."; it is false if it leaves something out, a move is not
 * possible or leads elsewhere, there is another move to a state not seen yet, or more moves are allowed. "Wait," before a
 * state seen before is a backtrack. A check is "yes!" (right if the state solves the puzzle, in as many moves as are
 * allowed), "stuck." or "too far." (right if it does not). A revisit is a line repeated at the same place. A line cut off
 * by the end is ignored.
 */
record PathThoughts<S, P extends PathPuzzle<S>>(PuzzleKind<P> kind) implements ThoughtReader {
    private static final int LONGEST = 100_000;
    private static final String WAIT = "Wait, ";
    private static final String FROM = " from ";
    private static final int MOST_WORDS = 4;

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        P puzzle = kind.read(PuzzleData.of(problem));
        PathTrail<S> trail = new PathTrail<>(puzzle);
        int start = 0;
        for (int i = 0; i < Math.min(thought.length(), LONGEST); i++) {
            char end = thought.charAt(i);
            if (end == '.' || end == '!') {
                String sentence = thought.substring(start, i).strip();
                start = i + 1;
                if (end == '.') {
                    statement(puzzle, trail, sentence);
                } else {
                    exclamation(puzzle, trail, sentence);
                }
            }
        }
        return trail.behaviour();
    }

    private void exclamation(P puzzle, PathTrail<S> trail, String sentence) {
        if (sentence.equals("yes")) {
            trail.yes(Optional.empty());
        } else if (sentence.endsWith(" yes") && puzzle.isState(sentence.substring(0, sentence.length() - 4))) {
            trail.yes(Optional.of(sentence.substring(0, sentence.length() - 4)));
        }
    }

    private void statement(P puzzle, PathTrail<S> trail, String sentence) {
        int colon = sentence.indexOf(": ");
        if (sentence.equals("stuck")) {
            trail.stuck();
        } else if (sentence.equals("too far")) {
            trail.tooFar();
        } else if (sentence.startsWith(WAIT)) {
            if (puzzle.isState(sentence.substring(WAIT.length()))) {
                trail.back(sentence.substring(WAIT.length()));
            }
        } else if (colon >= 0) {
            if (puzzle.isState(sentence.substring(0, colon))) {
                String list = sentence.substring(colon + 2);
                trail.expand(sentence.substring(0, colon), list.equals("none") ? List.of() : AnswerText.items(list));
            }
        } else if (sentence.contains(FROM)) {
            for (String clause : AnswerText.items(sentence)) {
                int from = clause.indexOf(FROM);
                if (from >= 0) {
                    trail.from(clause.substring(0, from), clause.substring(from + FROM.length()));
                }
            }
        } else {
            List<String> words = AnswerText.words(sentence);
            if (!words.isEmpty() && words.size() <= MOST_WORDS && puzzle.isState(words.getLast())) {
                trail.walk(sentence);
            }
        }
    }
}
