package zeroone.tasks.deduction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a proof: {@code 3. | q [->e 1 2]}.
 *
 * @param depth how many assumptions are open
 * @param references the lines and boxes that the rule uses
 */
record Line(int number, int depth, Proposition proposition, Rule rule, List<Reference> references) {
    private static final int MOST_LINES = 300;
    private static final Pattern FORM = Pattern.compile(
            "(?<number>[1-9][0-9]{0,2})\\. *(?<bars>(?:\\| *){0,20})(?<formula>[^\\[\\]|]{1,400})\\[(?<rule>[^ \\]]{1,10})(?<references>(?: +[0-9]{1,3}(?:-[0-9]{1,3})?){0,3}) *\\]");

    Line {
        references = List.copyOf(references);
    }

    /** A line, or the lines of a box from its assumption to its end. */
    record Reference(int first, int last) {
        static Reference to(int line) {
            return new Reference(line, line);
        }

        boolean isBox() {
            return first != last;
        }

        @Override
        public String toString() {
            return isBox() ? first + "-" + last : Integer.toString(first);
        }
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
            lines.add(readLine(text.strip()));
        }
        return lines;
    }

    private static Line readLine(String text) throws MalformedProof {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedProof("has the line \"" + text.substring(0, Math.min(60, text.length()))
                    + "\", which is not of the form \"3. | q [->e 1 2]\"");
        }
        int depth = 0;
        for (int i = form.start("bars"); i < form.end("bars"); i++) {
            depth += text.charAt(i) == '|' ? 1 : 0;
        }
        return new Line(
                Integer.parseInt(form.group("number")),
                depth,
                PropositionReader.read(form.group("formula").strip()),
                Rule.named(form.group("rule")),
                references(form.group("references")));
    }

    private static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        for (String reference : text.split(" ", -1)) {
            if (!reference.isEmpty()) {
                int dash = reference.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? reference : reference.substring(0, dash));
                references.add(
                        new Reference(first, dash < 0 ? first : Integer.parseInt(reference.substring(dash + 1))));
            }
        }
        return references;
    }

    String text() {
        String references =
                this.references.stream().map(reference -> " " + reference).collect(Collectors.joining());
        return number + ". " + "| ".repeat(depth) + proposition.text() + " [" + rule.symbol() + references + "]";
    }
}
