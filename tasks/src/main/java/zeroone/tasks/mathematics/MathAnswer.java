package zeroone.tasks.mathematics;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;

/**
 * Compares a mathematical answer with the text in the field "answer" of the reference data, exactly: 1/2 is 0.5, √8 is
 * 2√2, 1/(√3-√2) is √3+√2, (x+1)² is x²+2x+1. Both may be LaTeX or plain text.
 *
 * <ul>
 *   <li>The whole answer must be the mathematics; $…$, \(…\), \[…\] and \boxed{…} around all of it are allowed, words are
 *       not. What can be read in two ways (1/2x, 2\frac{5}{3}, 1/2/3) is wrong.
 *   <li>2\frac{1}{2} is two and a half. 5\% is 0.05. Commas group digits in threes outside lists: 1,234 is one number, "1,
 *       234" are two.
 *   <li>Lists ("3, 5" or "3 or 5") and sets are compared without order; pairs, tuples, intervals and matrices with their
 *       order and brackets. x = 5 is 5, also in lists. ± gives two values.
 *   <li>A reference of three letters or more is a word, compared without regard to case; "xy" is a product.
 *   <li>A unit, degree sign or currency may be left out only where the reference has it, and then must be the same.
 *   <li>Equality is proved, over radicals by a separation bound. What cannot be decided within the limits is wrong.
 *   <li>If the data have a whole number "decimals", the answer must be the decimal number that the reference rounds to,
 *       with so many decimals; this is decided by enclosures.
 * </ul>
 */
public final class MathAnswer implements Verifier {
    private static final int LONGEST = 2000;
    private static final int MOST_DECIMALS = 100;
    /** A word such as "odd", which is not the product of its letters. */
    private static final Pattern WORD = Pattern.compile("[Nn]o|[A-Za-z]{3,}");

    private static final Pattern WORDS = Pattern.compile("[a-z][a-z ,.'-]*");

    /** Makes a verifier; all of them are alike. */
    public MathAnswer() {}

    /**
     * Checks before anybody answers that a reference can be compared with.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says where
     */
    public static void requireReadable(String reference) {
        reference(reference);
    }

    /**
     * Compares an answer that is not blank with a reference.
     *
     * @throws IllegalArgumentException if the reference cannot be read
     */
    public static Verdict compare(String reference, String answer) {
        if (answer.strip().length() > LONGEST) {
            return Verdict.incorrect("has more than " + LONGEST + " characters");
        }
        try {
            return judge(reference(reference), answer.strip());
        } catch (UndecidedException refused) {
            return Verdict.incorrect(refused.reason());
        }
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        JsonNode node = problem.data().get("answer");
        if (node == null || !node.isString()) {
            throw new IllegalArgumentException("the data of \"" + problem.prompt() + "\" must hold a text \"answer\"");
        }
        Reference reference = reference(node.stringValue());
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        if (answer.strip().length() > LONGEST) {
            return Verdict.incorrect("has more than " + LONGEST + " characters");
        }
        JsonNode decimals = problem.data().get("decimals");
        try {
            return decimals == null
                    ? judge(reference, answer.strip())
                    : Decimals.judge(reference.object(), decimals(decimals), AnswerText.plain(answer));
        } catch (UndecidedException refused) {
            return Verdict.incorrect(refused.reason());
        }
    }

    private static Verdict judge(Reference reference, String answer) {
        String plain = AnswerText.plain(answer);
        if (reference.object().isEmpty()) {
            return AnswerText.words(plain).equals(reference.text())
                    ? Verdict.CORRECT
                    : Verdict.incorrect("is not \"" + reference.text() + "\"");
        }
        String given = plain;
        if (!reference.unit().isEmpty()) {
            AnswerText.Quantity quantity = AnswerText.quantity(plain);
            if (!quantity.unit().isEmpty() && !quantity.unit().equals(reference.unit())) {
                return Verdict.incorrect("is in " + quantity.unit() + ", not in " + reference.unit());
            }
            given = quantity.value();
        }
        MathObject object = ObjectReader.read(given);
        return Sameness.same(reference.object().get(), object)
                ? Verdict.CORRECT
                : Verdict.incorrect("is not equal to " + reference.text());
    }

    private static int decimals(JsonNode node) {
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "\"decimals\" must be a whole number from 0 to " + MOST_DECIMALS + ", not " + node);
        }
        return node.intValue();
    }

    /**
     * @param text of the reference, as it is compared if it is words
     * @param object empty if the reference is words
     */
    private record Reference(String text, Optional<MathObject> object, String unit) {}

    private static Reference reference(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a reference answer must have 1 to " + LONGEST + " characters, not " + text.length());
        }
        String plain = AnswerText.plain(text);
        if (WORD.matcher(plain).matches()) {
            return new Reference(AnswerText.words(plain), Optional.empty(), "");
        }
        AnswerText.Quantity quantity = AnswerText.quantity(plain);
        try {
            return new Reference(plain, Optional.of(ObjectReader.read(quantity.value())), quantity.unit());
        } catch (UndecidedException refused) {
            String words = AnswerText.words(plain);
            if (WORDS.matcher(words).matches()) {
                return new Reference(words, Optional.empty(), "");
            }
            throw new IllegalArgumentException(
                    "the reference answer must be mathematics or words; \"" + text + "\" " + refused.reason(), refused);
        }
    }
}
