package zeroone.tasks.rewriting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Prove a * (i(a) * b) = b from the equations G1 to G10." The answer is a chain of terms, each from the one before by one
 * use of one equation, in either direction, at one place.
 *
 * @param level part of the name
 * @param operations the most operations of the term that both sides are made from, 1 to 8
 * @param changes how often each side is made longer, 1 to 8
 */
record EquationalProof(String level, Theory theory, int operations, int changes)
        implements Exercise<EquationalProof.Goal> {
    private static final int LETTERS = 3;
    private static final int LARGEST = 60;
    private static final int MOST_LINES = 600;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+\\]");

    EquationalProof {
        if (operations < 1 || operations > 8 || changes < 1 || changes > 8) {
            throw new IllegalArgumentException(
                    "a proof must be about terms with 1 to 8 operations, changed 1 to 8 times: " + operations + ", "
                            + changes);
        }
    }

    /** What is to be proved equal. */
    record Goal(Term left, Term right) {}

    @Override
    public String name() {
        return theory.name().toLowerCase(Locale.ROOT) + "-proof-" + level;
    }

    @Override
    public Goal draw(RandomGenerator random) {
        while (true) {
            Term term = theory.draw(random.nextInt(1, operations + 1), LETTERS, random);
            Term left = term;
            Term right = term;
            for (int i = 0; i < changes; i++) {
                left = theory.complicated(left, LETTERS, random);
                right = theory.complicated(right, LETTERS, random);
            }
            if (left.size() <= LARGEST / 2 && right.size() <= LARGEST / 2 && !left.equals(right)) {
                return new Goal(left, right);
            }
        }
    }

    @Override
    public boolean isSolvable(Goal goal) {
        return chain(goal).isPresent();
    }

    @Override
    public ObjectNode data(Goal goal) {
        return Fields.empty()
                .put("left", goal.left().text())
                .put("right", goal.right().text());
    }

    @Override
    public Goal read(ObjectNode data) {
        Goal goal = new Goal(term(data, "left"), term(data, "right"));
        if (goal.left().equals(goal.right())) {
            throw new IllegalArgumentException("the sides must differ, or there is nothing to prove: "
                    + goal.left().text());
        }
        return goal;
    }

    private Term term(ObjectNode data, String field) {
        try {
            Term term = TermReader.read(Fields.text(data, field));
            if (term.size() > LARGEST || !theory.speaks(term)) {
                throw new IllegalArgumentException("\"" + field + "\" must be a term of " + theory + " of at most "
                        + LARGEST + " symbols, not " + term.text());
            }
            return term;
        } catch (MalformedTerm refused) {
            throw new IllegalArgumentException("\"" + field + "\" must be a term: it " + refused.reason(), refused);
        }
    }

    @Override
    public String id(Goal goal) {
        String left = goal.left().text();
        String right = goal.right().text();
        return theory + ": " + (left.compareTo(right) <= 0 ? left + " = " + right : right + " = " + left);
    }

    @Override
    public String prompt(Goal goal) {
        return "Prove " + goal.left().text() + " = " + goal.right().text()
                + " from these equations, in which x, y and z"
                + " stand for any terms: "
                + theory.equations().stream().map(Equation::text).collect(Collectors.joining("; "))
                + ". Answer with a chain: the first line is the left side, every further line is \"= term [name]\", where the"
                + " term follows from the one before by one use of the named equation, in either direction, in one place, and"
                + " the last term is the right side. Put compound operands in brackets. Answer with the lines only.";
    }

    @Override
    public Verdict judge(Goal goal, String answer) {
        String[] lines = answer.split("\n", MOST_LINES + 2);
        if (lines.length > MOST_LINES) {
            return Verdict.incorrect("has more than " + MOST_LINES + " lines");
        }
        try {
            Term current = TermReader.read(lines[0].strip());
            if (!current.equals(goal.left())) {
                return Verdict.incorrect("does not start with " + goal.left().text());
            }
            for (int i = 1; i < lines.length; i++) {
                Optional<ChainLine> line = ChainLine.read(lines[i].strip());
                if (line.isEmpty()) {
                    return Verdict.incorrect("line " + (i + 1) + " is not of the form \"= term [name]\"");
                }
                Term next = TermReader.read(line.get().term());
                Optional<Equation> equation = theory.named(line.get().name());
                if (equation.isEmpty() || !equation.get().connects(current, next)) {
                    return Verdict.incorrect("line " + (i + 1) + " does not follow by "
                            + line.get().name());
                }
                current = next;
            }
            return current.equals(goal.right())
                    ? Verdict.CORRECT
                    : Verdict.incorrect("does not end with " + goal.right().text());
        } catch (MalformedTerm malformed) {
            return Verdict.incorrect(malformed.reason());
        }
    }

    /** From the left side down to the simplest form and up again to the right side; empty if they have not the same. */
    private Optional<List<String>> chain(Goal goal) {
        Optional<List<Theory.Step>> down = theory.normalised(goal.left());
        Optional<List<Theory.Step>> up = theory.normalised(goal.right());
        if (down.isEmpty() || up.isEmpty() || !end(goal.left(), down.get()).equals(end(goal.right(), up.get()))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add(goal.left().text());
        for (Theory.Step step : down.get()) {
            lines.add("= " + step.result().text() + " [" + step.equation().name() + "]");
        }
        for (int i = up.get().size() - 1; i >= 0; i--) {
            Term before = i == 0 ? goal.right() : up.get().get(i - 1).result();
            lines.add("= " + before.text() + " [" + up.get().get(i).equation().name() + "]");
        }
        return lines.size() > MOST_LINES ? Optional.empty() : Optional.of(lines);
    }

    private static Term end(Term start, List<Theory.Step> steps) {
        return steps.isEmpty() ? start : steps.getLast().result();
    }

    @Override
    public String work(Goal goal, Notes notes) {
        List<String> lines =
                new ArrayList<>(chain(goal).orElse(List.of(goal.left().text())));
        notes.say("Simplify both sides.");
        for (int i = 1; i < lines.size(); i++) {
            if (notes.slips()) {
                // Somebody skips a line, or names another equation.
                int line = i;
                if (i % 2 == 0) {
                    lines.remove(line);
                } else {
                    lines.set(line, NUMBERS.matcher(lines.get(line)).replaceAll("1]"));
                }
            }
        }
        for (String line : lines) {
            notes.say(ChainLine.read(line)
                    .map(step -> step.name() + " gives " + step.term() + ".")
                    .orElse("From " + line + "."));
        }
        return String.join("\n", lines);
    }

    @Override
    public String guess(Goal goal, RandomGenerator random) {
        List<Equation> equations = theory.equations();
        return goal.left().text() + "\n= " + goal.right().text() + " ["
                + equations.get(random.nextInt(equations.size())).name() + "]";
    }

    @Override
    public Map<String, Integer> axes(Goal goal) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("symbols of the left side", goal.left().size());
        axes.put("symbols of the right side", goal.right().size());
        return axes;
    }

    @Override
    public Difficulty difficulty(Goal goal) {
        return new Difficulty(
                axes(goal), chain(goal).map(List::size).orElse(MOST_LINES), "lines of a proof by simplifying");
    }
}
