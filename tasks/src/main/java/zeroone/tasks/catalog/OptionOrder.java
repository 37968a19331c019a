package zeroone.tasks.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import zeroone.text.CounterRandom;

/**
 * The order in which the options of a question are listed: shuffled, as a function of the texts alone, so that neither a
 * file's habit (the right one first) nor its order tells anything, and every run sees the same letters.
 */
final class OptionOrder {
    /** An option that speaks of the others, which then must stay where they are. */
    private static final Pattern ABOUT_OTHERS = Pattern.compile(
            "(?i).*\\b(?:all|none|neither|both|any)\\b.*\\b(?:above|these|them|options|choices)\\b.*"
                    + "|.*\\b[A-E](?: and |, | or )[A-E]\\b.*",
            Pattern.DOTALL);

    private static final int LONGEST_ABOUT_OTHERS = 200;

    private OptionOrder() {}

    static List<String> of(String question, List<String> options) {
        for (String option : options) {
            if (option.length() <= LONGEST_ABOUT_OTHERS
                    && ABOUT_OTHERS.matcher(option).matches()) {
                return options;
            }
        }
        List<String> order = new ArrayList<>(options);
        Collections.sort(order);
        Collections.shuffle(
                order, Random.from(CounterRandom.of().split(question.strip()).sequence()));
        return order;
    }
}
