package zeroone.tasks.logic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A categorical statement about two kinds of things, numbered from 0.
 *
 * @param form one of the four classical forms
 */
record Statement(Form form, int subject, int predicate) {
    private static final Pattern CODE = Pattern.compile("([AEIO])([0-4])([0-4])");

    /** The four classical forms, named by their classical vowels. */
    enum Form {
        A("All %s are %s"),
        E("No %s are %s"),
        I("Some %s are %s"),
        O("Some %s are not %s");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    Statement {
        if (subject == predicate) {
            throw new IllegalArgumentException("a statement must be about two kinds, not twice about " + subject);
        }
    }

    /** Whether it speaks of all things of its subject; if not, it says that one exists. */
    boolean universal() {
        return form == Form.A || form == Form.E;
    }

    /** The statement that is true exactly when this one is not. */
    Statement negation() {
        return new Statement(
                switch (form) {
                    case A -> Form.O;
                    case E -> Form.I;
                    case I -> Form.E;
                    case O -> Form.A;
                },
                subject,
                predicate);
    }

    /**
     * The types of things that it forbids, or among which it says that one exists. A type says of each kind whether a thing
     * belongs to it, one bit a kind; a set of types has one bit a type.
     *
     * @param kinds how many kinds there are
     */
    int types(int kinds) {
        boolean positive = form == Form.E || form == Form.I;
        int types = 0;
        for (int type = 0; type < 1 << kinds; type++) {
            boolean inSubject = (type >> subject & 1) == 1;
            boolean inPredicate = (type >> predicate & 1) == 1;
            if (inSubject && inPredicate == positive) {
                types |= 1 << type;
            }
        }
        return types;
    }

    /** The statement in words, without a full stop. */
    String words(java.util.List<String> names) {
        return String.format(form.words, names.get(subject), names.get(predicate));
    }

    String code() {
        return form.name() + subject + predicate;
    }

    /**
     * @throws IllegalArgumentException if the code is none
     */
    static Statement ofCode(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a statement must be a letter A, E, I or O and two kinds from 0 to 4, such as \"A01\": \"" + code
                            + "\"");
        }
        return new Statement(
                Form.valueOf(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }
}
