package zeroone.tasks.question;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/**
 * "regex": the whole answer, apart from white space around it, matches a regular expression in RE2's syntax. RE2 has no
 * backreferences and no lookaround, and takes time linear in the answer, so no answer can make it run away.
 */
public final class RegexVerifier implements NamedVerifier {
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_ANSWER = 5_000;

    @Override
    public String name() {
        return "regex";
    }

    @Override
    public List<String> fields() {
        return List.of("pattern");
    }

    @Override
    public void check(ObjectNode data) {
        pattern(data);
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        Pattern pattern = pattern(problem.data());
        String given = answer.strip();
        if (given.isEmpty()) {
            return Verdict.NO_ANSWER;
        }
        if (given.length() > LONGEST_ANSWER) {
            return Verdict.incorrect("has " + given.length() + " characters, more than " + LONGEST_ANSWER);
        }
        return pattern.matches(given)
                ? Verdict.CORRECT
                : Verdict.incorrect("does not match \"" + pattern.pattern() + "\"");
    }

    private static Pattern pattern(ObjectNode data) {
        String text = Question.text(data, "pattern", LONGEST_PATTERN);
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    "\"pattern\" must be a regular expression in RE2's syntax: " + malformed.getMessage(), malformed);
        }
    }
}
