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
        PropositionReader reader = new PropositionReader(text.replace(" ", ""));
        Proposition proposition = reader.compound(0);
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
        if (take("&")) {
            return new And(left, part(depth));
        }
        if (take("v")) {
            return new Or(left, part(depth));
        }
        return take("->") ? new Implies(left, part(depth)) : left;
    }

    private Proposition part(int depth) throws MalformedProof {
        int negations = 0;
        while (take("~")) {
            negations++;
        }
        Proposition part;
        if (take("(")) {
            part = compound(depth + 1);
            if (!take(")")) {
                throw unexpected();
            }
        } else if (take("#")) {
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

    private boolean take(String symbol) {
        if (!text.startsWith(symbol, position)) {
            return false;
        }
        position += symbol.length();
        return true;
    }

    private MalformedProof unexpected() {
        return new MalformedProof("has \"" + text + "\" where a formula such as (p & q) -> ~r should be, with brackets"
                + " around compound parts");
    }
}
