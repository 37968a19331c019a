package zeroone.tasks.facts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A question with its answer.
 *
 * @param name names the question within its task
 * @param subject what is known; questions about one subject belong to one split, whichever way they ask
 * @param kind questions of one kind have answers of one kind
 * @param answers every form of the right answer, the usual one first
 */
record Fact(String name, String subject, String kind, String question, List<String> answers) {
    /** The kind of questions whose answers are symbols. */
    static final String SYMBOL = "symbol";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 200;

    Fact {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("fact " + name + " must have an answer");
        }
    }

    /** Whether an answer is one of the forms. Capital letters, accents and the kind of apostrophe matter in symbols only. */
    boolean accepts(String answer) {
        if (kind.equals(SYMBOL)) {
            return answers.contains(answer);
        }
        return answer.length() <= LONGEST
                && answers.stream().anyMatch(form -> plain(form).equals(plain(answer)));
    }

    private static String plain(String text) {
        String straight = text.replace('’', '\'').toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(straight, Normalizer.Form.NFD))
                .replaceAll("");
    }
}
