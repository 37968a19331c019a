package zeroone.tasks.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/** One of a table's facts is asked for. The canonical form is the subject, so no split gives away another's answers. */
record FactQuestion(String name, Map<String, Fact> facts, List<Fact> drawn) implements Exercise<Fact> {
    /**
     * @throws IllegalStateException if two facts have the same name
     */
    static FactQuestion of(String name, List<Fact> facts) {
        Map<String, Fact> byName = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (byName.putIfAbsent(fact.name(), fact) != null) {
                throw new IllegalStateException("two facts of task " + name + " are named \"" + fact.name() + "\"");
            }
        }
        return new FactQuestion(name, byName, List.copyOf(facts));
    }

    @Override
    public Fact draw(RandomGenerator random) {
        return drawn.get(random.nextInt(drawn.size()));
    }

    @Override
    public ObjectNode data(Fact fact) {
        return Fields.empty().put("fact", fact.name());
    }

    @Override
    public Fact read(ObjectNode data) {
        String name = Fields.text(data, "fact");
        return Optional.ofNullable(facts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("\"fact\" must be one that the table has, such as \""
                        + drawn.getFirst().name() + "\", not \"" + name + "\""));
    }

    @Override
    public String id(Fact fact) {
        return fact.subject();
    }

    @Override
    public String prompt(Fact fact) {
        return fact.question();
    }

    @Override
    public Verdict judge(Fact fact, String answer) {
        return fact.accepts(answer)
                ? Verdict.CORRECT
                : Verdict.incorrect("is not " + fact.answers().getFirst());
    }

    @Override
    public String work(Fact fact, Notes notes) {
        String answer = notes.slips() ? neighbour(fact) : fact.answers().getFirst();
        notes.say("I remember " + answer + ".");
        return answer;
    }

    /** What is next to it in the table. */
    private String neighbour(Fact fact) {
        List<Fact> same = alike(fact);
        return same.get((same.indexOf(fact) + 1) % same.size()).answers().getFirst();
    }

    private List<Fact> alike(Fact fact) {
        List<Fact> alike = new ArrayList<>();
        drawn.stream().filter(other -> other.kind().equals(fact.kind())).forEach(alike::add);
        return alike;
    }

    @Override
    public String guess(Fact fact, RandomGenerator random) {
        List<Fact> alike = alike(fact);
        return alike.get(random.nextInt(alike.size())).answers().getFirst();
    }

    @Override
    public Map<String, Integer> axes(Fact fact) {
        return Map.of("facts of this kind", alike(fact).size());
    }

    @Override
    public Difficulty difficulty(Fact fact) {
        return new Difficulty(axes(fact), 1, "facts to know");
    }
}
