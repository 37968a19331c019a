package zeroone.tasks.deduction;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a proof: {@code 3. | q [->e 1 2]}.
 *
 * @param depth how many assumptions are open
 * @param references the lines and boxes that the rule uses
 */
record Line(int number, int depth, Proposition proposition, Rule rule, List<Reference> references) {
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

    String text() {
        String references =
                this.references.stream().map(reference -> " " + reference).collect(Collectors.joining());
        return number + ". " + "| ".repeat(depth) + proposition.text() + " [" + rule.symbol() + references + "]";
    }
}
