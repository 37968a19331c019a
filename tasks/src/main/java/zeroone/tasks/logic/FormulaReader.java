package zeroone.tasks.logic;

import java.util.List;
import java.util.Locale;

/** Reads fully bracketed formulas of bounded size. */
final class FormulaReader {
    private static final int MOST_WORDS = 50;

    private final List<String> words;
    private int position;

    FormulaReader(String text) {
        String spaced = text.length() > 1_000 ? "" : text.replace("(", "( ").replace(")", " )");
        words = List.of(spaced.split(" ", -1));
        if (spaced.isEmpty() || words.size() > 2 * MOST_WORDS) {
            throw malformed();
        }
    }

    Formula read() {
        Formula formula = formula();
        if (position < words.size()) {
            throw malformed();
        }
        return formula;
    }

    private Formula formula() {
        String word = next();
        if (word.equals("not")) {
            return new Formula.Not(formula());
        }
        if (!word.equals("(")) {
            int letter = Formula.LETTERS.indexOf(word);
            if (letter < 0) {
                throw malformed();
            }
            return new Formula.Letter(letter);
        }
        Formula left = formula();
        Formula.Connective connective = connective(next());
        Formula right = formula();
        if (!next().equals(")")) {
            throw malformed();
        }
        return new Formula.Binary(left, connective, right);
    }

    private static Formula.Connective connective(String word) {
        for (Formula.Connective connective : Formula.Connective.values()) {
            if (connective.name().toLowerCase(Locale.ROOT).equals(word)) {
                return connective;
            }
        }
        throw malformed();
    }

    private String next() {
        if (position == words.size()) {
            throw malformed();
        }
        return words.get(position++);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "\"formula\" must be made of the letters p to t, not, and brackets around two"
                        + " formulas with and, or, implies or iff between them, such as \"(p implies not q)\"; at most "
                        + MOST_WORDS + " words");
    }
}
