package zeroone.tasks.sequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "1, 4, 13, 40: what comes next?" The prompt states the classes of rules, and every rule of them that explains the terms
 * gives the same next term.
 *
 * @param shown how many terms are shown, 4 to 10
 * @param kinds the classes from which rules are drawn; uniqueness always holds among all classes
 */
record NextTerm(String level, int shown, List<Rule.Kind> kinds) implements Exercise<NextTerm.Sequence> {
    private static final long LARGEST = 1_000_000;
    private static final List<Rule> ALL = List.of(Rule.Kind.values()).stream()
            .flatMap(kind -> kind.rules().stream())
            .toList();

    NextTerm {
        kinds = List.copyOf(kinds);
        if (shown < 4 || shown > 10 || kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "4 to 10 terms must be shown, of at least one class: " + shown + ", " + kinds);
        }
    }

    /** The terms that are shown, with a rule that explains them. */
    record Sequence(List<Long> terms, Rule rule) {
        long next() {
            return rule.next(terms);
        }
    }

    @Override
    public String name() {
        return "next-term-" + level;
    }

    @Override
    public Sequence draw(RandomGenerator random) {
        while (true) {
            List<Rule> rules = kinds.get(random.nextInt(kinds.size())).rules();
            Rule rule = rules.get(random.nextInt(rules.size()));
            List<Long> terms = new ArrayList<>(List.of(random.nextLong(-20, 21), random.nextLong(-20, 21)));
            if (rule.b() == 0) {
                terms.set(1, rule.a() * terms.getFirst() + rule.c() + 2L * rule.d());
            }
            while (terms.size() < shown) {
                terms.add(rule.next(terms));
            }
            // A sequence that soon repeats itself asks for nothing.
            boolean varied = terms.stream().distinct().count() >= shown - 1L;
            if (varied && terms.stream().allMatch(term -> Math.abs(term) <= LARGEST)) {
                Optional<Sequence> unique = unique(terms);
                if (unique.isPresent()) {
                    return unique.get();
                }
            }
        }
    }

    /** The sequence with these terms, if some rule explains them and all that do agree on what comes next. */
    private static Optional<Sequence> unique(List<Long> terms) {
        List<Rule> rules = new ArrayList<>();
        for (Rule.Kind kind : Rule.Kind.values()) {
            rules.addAll(kind.explaining(terms));
        }
        for (Rule rule : rules) {
            if (rule.next(terms) != rules.getFirst().next(terms)) {
                return Optional.empty();
            }
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Sequence(List.copyOf(terms), rules.getFirst()));
    }

    @Override
    public ObjectNode data(Sequence sequence) {
        ObjectNode data = Fields.empty();
        data.set("terms", Fields.array(sequence.terms()));
        return data;
    }

    @Override
    public Sequence read(ObjectNode data) {
        List<Long> terms = Fields.wholes(data, "terms", -LARGEST, LARGEST);
        if (terms.size() < 4 || terms.size() > 10) {
            throw new IllegalArgumentException("\"terms\" must be 4 to 10 numbers, not " + terms.size());
        }
        return unique(terms)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"terms\" must follow from a rule of the classes, and have one next term: " + terms));
    }

    @Override
    public String id(Sequence sequence) {
        return sequence.terms().toString();
    }

    @Override
    public String prompt(Sequence sequence) {
        return "What is the next term of " + written(sequence.terms())
                + ", …? The rule is of one of three kinds. (1) Each"
                + " term is the one before times a, plus c. (2) Each term is the one before, plus c, plus d times its own"
                + " position, where the first term has position 1. (3) Each term from the third on is the one before times a,"
                + " plus the one before that times b. a and b are whole numbers from -3 to 3, c and d from -20 to 20."
                + " Answer with the number alone.";
    }

    @Override
    public Verdict judge(Sequence sequence, String answer) {
        Optional<BigInteger> number = Rational.readWhole(answer);
        if (number.isEmpty()) {
            return Verdict.incorrect("is not a whole number");
        }
        return number.get().equals(BigInteger.valueOf(sequence.next()))
                ? Verdict.CORRECT
                : Verdict.incorrect("no rule that explains the terms goes on with " + number.get());
    }

    @Override
    public String work(Sequence sequence, Notes notes) {
        List<Long> terms = sequence.terms();
        notes.say("Differences:");
        for (int i = 1; i < terms.size(); i++) {
            notes.step(
                    terms.get(i) + "-" + (terms.get(i - 1) < 0 ? "(" + terms.get(i - 1) + ")" : terms.get(i - 1)),
                    terms.get(i) - terms.get(i - 1));
        }
        Rule rule = sequence.rule();
        notes.say("Try a " + rule.a() + ", b " + rule.b() + ", c " + rule.c() + ", d " + rule.d() + ":");
        List<Long> shown = terms.subList(0, terms.size() - 1);
        notes.step(rule.sum(shown), terms.getLast());
        return Long.toString(notes.step(rule.sum(terms), sequence.next()));
    }

    @Override
    public String guess(Sequence sequence, RandomGenerator random) {
        long last = sequence.terms().getLast();
        return Long.toString(last + last - sequence.terms().get(sequence.terms().size() - 2) + random.nextInt(-2, 3));
    }

    @Override
    public Map<String, Integer> axes(Sequence sequence) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("terms", sequence.terms().size());
        return axes;
    }

    /** How many rules a search through all classes tries before it finds one that explains the terms. */
    @Override
    public Difficulty difficulty(Sequence sequence) {
        return new Difficulty(axes(sequence), ALL.indexOf(sequence.rule()) + 1L, "rules tried");
    }

    private static String written(List<Long> terms) {
        return terms.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
