package zeroone.tasks.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "All dax are wugs. No wugs are feps. Does it follow that no dax are feps?"
 *
 * @param kinds how many kinds of things there are, 3 to 5
 * @param premises how many premises, 1 to 8
 */
record Syllogisms(String level, int kinds, int premises) implements Exercise<Syllogism> {
    private static final List<String> NAMES = List.of("daxes", "wugs", "feps", "tomas", "blickets");
    private static final int MOST_PREMISES = 8;

    Syllogisms {
        if (kinds < 3 || kinds > NAMES.size() || premises < 1 || premises > MOST_PREMISES) {
            throw new IllegalArgumentException("there must be 3 to " + NAMES.size() + " kinds and 1 to " + MOST_PREMISES
                    + " premises: " + kinds + ", " + premises);
        }
    }

    @Override
    public String name() {
        return "syllogism-" + level;
    }

    @Override
    public Syllogism draw(RandomGenerator random) {
        // Left to chance, most conclusions would be open.
        Syllogism.Outcome wanted = Syllogism.Outcome.values()[random.nextInt(3)];
        while (true) {
            List<Statement> drawn = new ArrayList<>();
            for (int i = 0; i < premises; i++) {
                drawn.add(statement(random));
            }
            Statement conclusion = statement(random);
            boolean trivial = drawn.contains(conclusion) || drawn.contains(conclusion.negation());
            if (!trivial && drawn.stream().distinct().count() == premises && Syllogism.consistent(kinds, drawn)) {
                Syllogism syllogism = new Syllogism(kinds, drawn, conclusion);
                if (syllogism.outcome() == wanted) {
                    return syllogism;
                }
            }
        }
    }

    private Statement statement(RandomGenerator random) {
        Statement.Form form = Statement.Form.values()[random.nextInt(4)];
        int subject = random.nextInt(kinds);
        return new Statement(form, subject, (subject + random.nextInt(1, kinds)) % kinds);
    }

    @Override
    public ObjectNode data(Syllogism syllogism) {
        ObjectNode data = Fields.empty().put("kinds", syllogism.kinds());
        syllogism.premises().forEach(premise -> data.withArray("premises").add(premise.code()));
        return data.put("conclusion", syllogism.conclusion().code());
    }

    @Override
    public Syllogism read(ObjectNode data) {
        int count = (int) Fields.whole(data, "kinds", 2, NAMES.size());
        List<Statement> read = new ArrayList<>();
        for (JsonNode premise : data.path("premises")) {
            read.add(Statement.ofCode(premise.asString("")));
        }
        if (read.isEmpty() || read.size() > MOST_PREMISES) {
            throw new IllegalArgumentException(
                    "\"premises\" must be a list of 1 to " + MOST_PREMISES + " statements: " + read.size());
        }
        return new Syllogism(count, read, Statement.ofCode(Fields.text(data, "conclusion")));
    }

    @Override
    public String id(Syllogism syllogism) {
        return syllogism.kinds() + ": "
                + syllogism.premises().stream().map(Statement::code).sorted().collect(Collectors.joining(","))
                + ">" + syllogism.conclusion().code();
    }

    @Override
    public String prompt(Syllogism syllogism) {
        return syllogism.premises().stream()
                        .map(premise -> premise.words(NAMES) + ". ")
                        .collect(Collectors.joining())
                + "(There need not be any of a kind unless this says so.)\nWhat follows of this statement: \""
                + syllogism.conclusion().words(NAMES)
                + "\"? Answer \"follows\" if it must be true, \"contradicted\" if it must be false, \"open\" if it may be"
                + " either.";
    }

    @Override
    public Verdict judge(Syllogism syllogism, String answer) {
        for (Syllogism.Outcome outcome : Syllogism.Outcome.values()) {
            if (word(outcome).equals(answer)) {
                return outcome == syllogism.outcome()
                        ? Verdict.CORRECT
                        : Verdict.incorrect("the statement is not " + answer + " by the premises");
            }
        }
        return Verdict.incorrect("is not one of the words follows, contradicted, open");
    }

    /** Tries a world in which the conclusion is false, then one in which it is true. */
    @Override
    public String work(Syllogism syllogism, Notes notes) {
        boolean mayFail = may(syllogism, syllogism.conclusion().negation(), notes);
        boolean mayHold = may(syllogism, syllogism.conclusion(), notes);
        return word(
                !mayFail
                        ? Syllogism.Outcome.FOLLOWS
                        : mayHold ? Syllogism.Outcome.OPEN : Syllogism.Outcome.CONTRADICTED);
    }

    private static boolean may(Syllogism syllogism, Statement statement, Notes notes) {
        List<Statement> all = new ArrayList<>(syllogism.premises());
        all.add(statement);
        boolean possible = Syllogism.consistent(syllogism.kinds(), all) != notes.slips();
        notes.say("Suppose " + statement.words(NAMES).toLowerCase(Locale.ROOT) + ": "
                + (possible ? "it can be." : "against the premises."));
        return possible;
    }

    @Override
    public String guess(Syllogism syllogism, RandomGenerator random) {
        return word(Syllogism.Outcome.values()[random.nextInt(3)]);
    }

    @Override
    public Map<String, Integer> axes(Syllogism syllogism) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("kinds", syllogism.kinds());
        axes.put("premises", syllogism.premises().size());
        return axes;
    }

    @Override
    public Difficulty difficulty(Syllogism syllogism) {
        return new Difficulty(
                axes(syllogism), (long) syllogism.premises().size() << syllogism.kinds(), "types of things looked at");
    }

    private static String word(Syllogism.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
