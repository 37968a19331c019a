package zeroone.tasks.countdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;

/**
 * Reads Countdown notes exactly. A step is an equation; it is false if its arithmetic is wrong or if it does not start
 * from numbers that some earlier line of the thought had at hand. A backtrack is a "Wait," between two steps. A check is
 * right if its yes or no (or low, or high) tells whether the combination, all the way from the problem's numbers, truly makes the target.
 * A revisit is an equation repeated from the same numbers. A step that the end of the text may have cut off is ignored.
 */
final class CountdownThoughts implements ThoughtReader {
    private static final Pattern WAIT_OR_STEP = Pattern.compile("(?<wait>\\bWait\\b)"
            + "|(?<!\\d)(?<a>\\d{1,9})(?<op>[-+*/])(?<b>\\d{1,9})=(?<c>-?\\d{1,9})(?!\\d)"
            + "(?<left> left(?: (?:and )?\\d{1,9}(?![-+*/\\d])){1,8})?"
            + "(?: want \\d{1,9} (?<check>yes!|no\\.|low\\.|high\\.))?");

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        CountdownTrail trail = new CountdownTrail(CountdownPuzzle.of(problem.data()));
        Matcher matcher = WAIT_OR_STEP.matcher(thought);
        while (matcher.find()) {
            if (matcher.group("wait") != null) {
                trail.backtrack();
            } else if (matcher.end() < thought.length() || matcher.group("check") != null) {
                trail.step(
                        Long.parseLong(matcher.group("a")),
                        Operator.of(matcher.group("op").charAt(0)).orElseThrow(),
                        Long.parseLong(matcher.group("b")),
                        Long.parseLong(matcher.group("c")),
                        matcher.group("left"));
                String check = matcher.group("check");
                if (check != null) {
                    trail.check(check.equals("yes!"));
                }
            }
        }
        return trail.behaviour();
    }
}
