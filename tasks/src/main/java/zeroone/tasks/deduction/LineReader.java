package zeroone.tasks.deduction;

import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.deduction.Line.Reference;

/**
 * Reads the lines of a proof. A line is a number of up to three digits, a point, up to 20 bars, a formula, and in square
 * brackets a rule with up to three references; spaces may stand between all of them.
 */
final class LineReader {
    private static final int MOST_LINES = 300;
    private static final int MOST_DIGITS = 3;
    private static final int MOST_BARS = 20;
    private static final int MOST_REFERENCES = 3;
    private static final int LONGEST_FORMULA = 400;
    private static final int LONGEST_RULE = 10;

    private final String text;
    private int position;

    private LineReader(String text) {
        this.text = text;
    }

    static List<Line> read(String proof) throws MalformedProof {
        List<Line> lines = new ArrayList<>();
        for (String text : proof.split("\n", MOST_LINES + 2)) {
            if (text.isBlank()) {
                continue;
            }
            if (lines.size() == MOST_LINES) {
                throw new MalformedProof("has more than " + MOST_LINES + " lines");
            }
            lines.add(new LineReader(text.strip()).line());
        }
        return lines;
    }

    private Line line() throws MalformedProof {
        require(!isAt('0'));
        int number = number();
        expect('.');
        int spaces = skipSpaces();
        int depth = 0;
        while (isAt('|')) {
            position++;
            depth++;
            spaces = skipSpaces();
        }
        require(depth <= MOST_BARS);
        int start = position;
        while (position < text.length() && "[]|".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String formula = text.substring(start, position);
        require(formula.length() <= LONGEST_FORMULA && formula.length() + spaces > 0);
        expect('[');
        start = position;
        while (position < text.length() && !isAt(' ') && !isAt(']')) {
            position++;
        }
        String rule = text.substring(start, position);
        require(!rule.isEmpty() && rule.length() <= LONGEST_RULE);
        List<Reference> references = references();
        expect(']');
        require(position == text.length());
        return new Line(number, depth, PropositionReader.read(formula.strip()), Rule.named(rule), references);
    }

    private List<Reference> references() throws MalformedProof {
        List<Reference> references = new ArrayList<>(MOST_REFERENCES);
        while (skipSpaces() > 0 && !isAt(']')) {
            require(references.size() < MOST_REFERENCES);
            int first = number();
            int last = first;
            if (isAt('-')) {
                position++;
                last = number();
            }
            references.add(new Reference(first, last));
        }
        return references;
    }

    private int number() throws MalformedProof {
        int start = position;
        int number = 0;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            require(position - start < MOST_DIGITS);
            number = 10 * number + text.charAt(position++) - '0';
        }
        require(position > start);
        return number;
    }

    private boolean isAt(char symbol) {
        return position < text.length() && text.charAt(position) == symbol;
    }

    private int skipSpaces() {
        int start = position;
        while (isAt(' ')) {
            position++;
        }
        return position - start;
    }

    private void expect(char symbol) throws MalformedProof {
        require(isAt(symbol));
        position++;
    }

    private void require(boolean holds) throws MalformedProof {
        if (!holds) {
            throw new MalformedProof("has the line \"" + text.substring(0, Math.min(60, text.length()))
                    + "\", which is not of the form \"3. | q [->e 1 2]\"");
        }
    }
}
