package zeroone.tasks.code;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zeroone.tasks.code.judge.Language;

/**
 * A program as an answer holds it: one fenced code block marked with its language and nothing beside it, or, where only one
 * language is asked for, the plain source.
 */
record CodeAnswer(Language language, String source) {
    private static final int LONGEST = 1 << 16;
    private static final String FENCE = "```";

    /** Says what is wrong with the form of an answer. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    /** @param languages those that the problem allows */
    static CodeAnswer read(String answer, Set<Language> languages) throws Malformed {
        if (answer.length() > LONGEST) {
            throw new Malformed("is " + answer.length() + " characters long; " + LONGEST + " are allowed");
        }
        String text = answer.strip();
        if (!text.contains(FENCE)) {
            if (languages.size() > 1) {
                throw new Malformed(
                        "names no language: it must be one code block between lines of ``` that is marked with "
                                + tags(languages));
            }
            return new CodeAnswer(languages.iterator().next(), answer);
        }
        int endOfFirst = text.indexOf('\n');
        if (!text.startsWith(FENCE) || endOfFirst < 0) {
            throw new Malformed("has text before its code block");
        }
        int end = text.indexOf("\n" + FENCE, endOfFirst);
        if (end < 0) {
            throw new Malformed("does not end its code block with a line of ```");
        }
        if (end + 1 + FENCE.length() < text.length()) {
            throw new Malformed("has something after its code block");
        }
        return new CodeAnswer(
                language(text.substring(FENCE.length(), endOfFirst).strip(), languages),
                text.substring(endOfFirst + 1, Math.max(end, endOfFirst + 1)) + "\n");
    }

    private static Language language(String tag, Set<Language> languages) throws Malformed {
        if (tag.isEmpty() && languages.size() == 1) {
            return languages.iterator().next();
        }
        Optional<Language> language = Language.tagged(tag).filter(languages::contains);
        if (language.isEmpty()) {
            String shown = tag.length() > 20 ? tag.substring(0, 20) + "…" : tag;
            throw new Malformed("is marked \"" + shown + "\", which must be " + tags(languages));
        }
        return language.get();
    }

    static String tags(Set<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.joining(" or "));
    }
}
