package zeroone.tasks.deduction;

import zeroone.tasks.deduction.Proposition.And;
import zeroone.tasks.deduction.Proposition.Implies;
import zeroone.tasks.deduction.Proposition.Letter;
import zeroone.tasks.deduction.Proposition.Not;
import zeroone.tasks.deduction.Proposition.Or;

/** Reads a formula: letters p to u, #, ~, and one of &amp; v -> between two parts, compound parts in brackets. */
final class PropositionReader {
    private static final int LONGEST = 400;
    private static final int DEEPEST = 40;

    private final String text;
    private int position;

    private PropositionReader(String text) {
        this.text = text;
    }

    static Proposition read(String text) throws MalformedProof {
        if (text.length() > LONGEST) {
            throw new MalformedProof("has a formula of more than " + LONGEST + " characters");
        }
        PropositionReader reader = new PropositionReader(text);
        Proposition proposition = reader.compound(0);
        reader.skipSpaces();
        if (reader.position != reader.text.length()) {
            throw reader.unexpected();
        }
        return proposition;
    }

    private Proposition compound(int depth) throws MalformedProof {
        if (depth > DEEPEST) {
            throw new MalformedProof("has a formula more than " + DEEPEST + " brackets deep");
        }
        Proposition left = part(depth);
        if (take('&')) {
            return new And(left, part(depth));
        }
        if (take('v')) {
            return new Or(left, part(depth));
        }
        if (!take('-')) {
            return left;
        }
        expect('>');
        return new Implies(left, part(depth));
    }

    private Proposition part(int depth) throws MalformedProof {
        int negations = 0;
        while (take('~')) {
            negations++;
        }
        Proposition part;
        if (take('(')) {
            part = compound(depth + 1);
            expect(')');
        } else if (take('#')) {
            part = new Proposition.Falsity();
        } else if (position < text.length() && text.charAt(position) >= 'p' && text.charAt(position) <= 'u') {
            part = new Letter(text.charAt(position++));
        } else {
            throw unexpected();
        }
        if (negations > DEEPEST) {
            throw new MalformedProof("has a formula with more than " + DEEPEST + " negations in a row");
        }
        for (int i = 0; i < negations; i++) {
            part = new Not(part);
        }
        return part;
    }

    private void expect(char symbol) throws MalformedProof {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    private boolean take(char symbol) {
        skipSpaces();
        if (position == text.length() || text.charAt(position) != symbol) {
            return false;
        }
        position++;
        return true;
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private MalformedProof unexpected() {
        return new MalformedProof("has \"" + text.replace(" ", "")
                + "\" where a formula such as (p & q) -> ~r should be, with brackets" + " around compound parts");
    }
}
