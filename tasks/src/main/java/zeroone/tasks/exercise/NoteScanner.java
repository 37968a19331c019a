package zeroone.tasks.exercise;

import java.util.Optional;

/**
 * Finds what counts in the notes of an exercise, from left to right, in time proportional to their length whatever they
 * say: "Wait", "So 12?", "yes!", "no." and equations such as {@code 3*(4+5)=27}.
 */
final class NoteScanner {
    private static final int LONGEST_ANSWER = 2000;
    private static final int LONGEST_SIDE = 300;
    private static final String SIDE = "-+*/^%()0123456789";

    /** What an equation may not follow: it would be part of something longer. */
    private static final String JOINED = ".)^*/+%=-";

    private final String text;
    private int position;
    private int question = -1; // the next question mark, from the last place that asked for it
    private int sideEnd = -1; // the end of the signs and digits here

    NoteScanner(String text) {
        this.text = text;
    }

    /** Something that counts. */
    sealed interface Note {}

    /** "Wait". */
    record Wait() implements Note {}

    /** "So …?" */
    record Answer(String text) implements Note {}

    /** "yes!" or "no." */
    record Check(boolean yes) implements Note {}

    /** An equation whose right side is a number. */
    record Step(String left, String right) implements Note {}

    /** What comes next; empty if nothing does. */
    Optional<Note> next() {
        while (position < text.length()) {
            Optional<Note> note = here();
            if (note.isPresent()) {
                return note;
            }
            position++;
        }
        return Optional.empty();
    }

    /** What starts here, which is passed. */
    private Optional<Note> here() {
        char symbol = text.charAt(position);
        return switch (symbol) {
            case 'W' -> takeWord("Wait") ? Optional.of(new Wait()) : Optional.empty();
            case 'y' -> take("yes!") ? Optional.of(new Check(true)) : Optional.empty();
            case 'n' -> take("no.") ? Optional.of(new Check(false)) : Optional.empty();
            case 'S' -> answer();
            default -> symbol == '-' || symbol == '(' || isDigit(symbol) ? equation() : Optional.empty();
        };
    }

    private Optional<Note> answer() {
        int start = position + 3;
        if (!text.startsWith("So ", position) || isWordPart(position - 1)) {
            return Optional.empty();
        }
        if (question < start) {
            question = text.indexOf('?', start);
            question = question < 0 ? Integer.MAX_VALUE : question;
        }
        if (question == start || question - start > LONGEST_ANSWER) {
            return Optional.empty();
        }
        position = question + 1;
        return Optional.of(new Answer(text.substring(start, question)));
    }

    private Optional<Note> equation() {
        if (position > 0 && (isLetterOrDigit(position - 1) || JOINED.indexOf(text.charAt(position - 1)) >= 0)) {
            return Optional.empty();
        }
        if (sideEnd <= position) {
            sideEnd = position + 1;
            while (sideEnd < text.length() && SIDE.indexOf(text.charAt(sideEnd)) >= 0) {
                sideEnd++;
            }
        }
        int equals = sideEnd;
        boolean sides = equals - position >= 2
                && equals - position - 1 <= LONGEST_SIDE
                && equals < text.length()
                && text.charAt(equals) == '=';
        int end = sides ? endOfNumber(equals + 1) : -1;
        if (end < 0 || (end < text.length() && ", .;\n".indexOf(text.charAt(end)) < 0)) {
            return Optional.empty();
        }
        Step step = new Step(text.substring(position, equals), text.substring(equals + 1, end));
        position = end;
        return Optional.of(step);
    }

    /** The end of a whole number or a fraction; -1 if none starts there. */
    private int endOfNumber(int start) {
        int first = start < text.length() && text.charAt(start) == '-' ? start + 1 : start;
        int end = endOfDigits(first);
        if (end == first) {
            return -1;
        }
        if (end < text.length() && text.charAt(end) == '/') {
            int below = endOfDigits(end + 1);
            return below == end + 1 ? -1 : below;
        }
        return end;
    }

    /** Of at most so many digits as a side may have. */
    private int endOfDigits(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_SIDE && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean takeWord(String word) {
        return !isWordPart(position + word.length()) && take(word);
    }

    /** Passes the symbols if they are here, at the start of a word. */
    private boolean take(String symbols) {
        if (!text.startsWith(symbols, position) || isWordPart(position - 1)) {
            return false;
        }
        position += symbols.length();
        return true;
    }

    private boolean isWordPart(int index) {
        return index >= 0 && index < text.length() && (isLetterOrDigit(index) || text.charAt(index) == '_');
    }

    private boolean isLetterOrDigit(int index) {
        char symbol = text.charAt(index);
        return isDigit(symbol) || (symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z');
    }

    private static boolean isDigit(char symbol) {
        return symbol >= '0' && symbol <= '9';
    }
}
