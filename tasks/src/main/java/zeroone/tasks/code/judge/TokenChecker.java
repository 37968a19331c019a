package zeroone.tasks.code.judge;

import java.util.Optional;
import java.util.StringTokenizer;

/** Words are equal one by one. */
record TokenChecker() implements Checker {
    private static final int SHOWN = 60;

    /** Whether a printed word will do for an expected one. */
    @FunctionalInterface
    interface Match {
        boolean accepts(String expected, String printed);
    }

    @Override
    public Optional<String> complaint(TestCase test, String output) {
        return compare(test.output(), output, String::equals);
    }

    static Optional<String> compare(String expected, String printed, Match match) {
        StringTokenizer wanted = new StringTokenizer(expected);
        StringTokenizer given = new StringTokenizer(printed);
        for (int word = 1; wanted.hasMoreTokens(); word++) {
            String want = wanted.nextToken();
            if (!given.hasMoreTokens()) {
                return Optional.of("ends before word " + word + ", which is " + shown(want));
            }
            String got = given.nextToken();
            if (!match.accepts(want, got)) {
                return Optional.of("word " + word + " is " + shown(got) + ", not " + shown(want));
            }
        }
        return given.hasMoreTokens()
                ? Optional.of("goes on after its end with " + shown(given.nextToken()))
                : Optional.empty();
    }

    static String shown(String text) {
        return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }
}
