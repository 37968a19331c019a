package zeroone.tasks.assistant;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for words that a proof must not have. */
final class Words {
    private static final int LONGEST = 20_000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_']*+");

    private Words() {}

    /** Why the text is refused for its length, its characters or its words; empty if it is not. */
    static Optional<String> refusal(String text, Set<String> forbidden, String symbols) {
        if (text.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        Optional<String> symbol = text.codePoints()
                .filter(c -> symbols.indexOf(c) >= 0 || (Character.getType(c) == Character.CONTROL && c != '\n'))
                .mapToObj(c -> "must not contain the character " + Character.getName(c))
                .findFirst();
        if (symbol.isPresent()) {
            return symbol;
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (forbidden.contains(word.group())) {
                return Optional.of("must not contain \"" + word.group() + "\"");
            }
        }
        return Optional.empty();
    }
}
