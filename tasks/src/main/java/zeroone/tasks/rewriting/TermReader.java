package zeroone.tasks.rewriting;

/** Reads a term: letters, the constants 0, 1 and e, S(...) and i(...), and + or * between two parts in brackets. */
final class TermReader {
    private static final int LONGEST = 600;
    private static final int DEEPEST = 60;
    private static final char NONE = '\n'; // which starts no part of a term

    private final String text;
    private int position;

    private TermReader(String text) {
        this.text = text;
    }

    static Term read(String text) throws MalformedTerm {
        if (text.length() > LONGEST) {
            throw new MalformedTerm("has a term of more than " + LONGEST + " characters");
        }
        TermReader reader = new TermReader(text);
        Term term = reader.compound(0);
        reader.skipSpaces();
        if (reader.position != text.length()) {
            throw reader.unexpected();
        }
        return term;
    }

    private Term compound(int depth) throws MalformedTerm {
        Term left = part(depth);
        char symbol = next();
        if (symbol == '+' || symbol == '*') {
            position++;
            return Term.of(symbol, left, part(depth));
        }
        return left;
    }

    private Term part(int depth) throws MalformedTerm {
        if (depth > DEEPEST) {
            throw new MalformedTerm("has a term more than " + DEEPEST + " brackets deep");
        }
        char symbol = next();
        position++;
        if (symbol == '(') {
            return bracketed(depth);
        }
        if (symbol == 'S' || symbol == 'i') {
            expect('(');
            return Term.of(symbol, bracketed(depth));
        }
        if (symbol == '0' || symbol == '1' || symbol == 'e') {
            return Term.of(symbol);
        }
        if ((symbol >= 'a' && symbol <= 'd') || (symbol >= 'u' && symbol <= 'z')) {
            return new Term.Letter(symbol);
        }
        throw unexpected();
    }

    /** What follows an opening bracket, up to the closing one. */
    private Term bracketed(int depth) throws MalformedTerm {
        Term inner = compound(depth + 1);
        expect(')');
        return inner;
    }

    private void expect(char symbol) throws MalformedTerm {
        if (next() != symbol) {
            throw unexpected();
        }
        position++;
    }

    /** The symbol at the position, which passes over spaces; {@link #NONE} at the end. */
    private char next() {
        skipSpaces();
        return position < text.length() ? text.charAt(position) : NONE;
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private MalformedTerm unexpected() {
        String symbols = text.replace(" ", "");
        return new MalformedTerm("has \"" + symbols.substring(0, Math.min(60, symbols.length()))
                + "\" where a term such as (x + S(0)) * y should be, with brackets around compound parts");
    }
}
