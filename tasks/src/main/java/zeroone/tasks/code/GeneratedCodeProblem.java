package zeroone.tasks.code;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.kinds.GeneratedProblem;

/** A generated problem: its data are what its tests are made from. */
record GeneratedCodeProblem(GeneratedProblem generated) implements CodeProblem {
    private static final Set<String> FIELDS = Set.of("task", "kind", "knobs", "seed", "form");
    private static final String PROGRAM = "program";
    private static final String FUNCTION = "function";

    static GeneratedCodeProblem of(ObjectNode data) {
        JsonFields fields = new JsonFields("a generated programming problem", data);
        fields.only(FIELDS);
        Map<String, Integer> knobs = new TreeMap<>();
        for (Map.Entry<String, JsonNode> knob : fields.object("knobs").properties()) {
            knobs.put(knob.getKey(), JsonFields.whole(knob.getKey(), knob.getValue()));
        }
        JsonNode seed = data.path("seed");
        if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "\"seed\" of a generated programming problem must be a whole number: " + seed);
        }
        String form = fields.text("form");
        if (!form.equals(PROGRAM) && !form.equals(FUNCTION)) {
            throw new IllegalArgumentException(
                    "\"form\" of a generated programming problem must be program or function, not \"" + form + "\"");
        }
        return new GeneratedCodeProblem(
                new GeneratedProblem(fields.text("kind"), knobs, seed.longValue(), form.equals(FUNCTION)));
    }

    @Override
    public Set<Language> languages() {
        return EnumSet.allOf(Language.class);
    }

    @Override
    public int points() {
        return GeneratedProblem.POINTS_IN_ALL;
    }

    @Override
    public JudgedTask judged() {
        return generated.judged();
    }

    @Override
    public Problem problem(String task) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("kind", generated.kind());
        ObjectNode knobs = data.putObject("knobs");
        generated.knobs().forEach(knobs::put);
        data.put("seed", generated.seed());
        data.put("form", generated.function() ? FUNCTION : PROGRAM);
        String advice = generated.function()
                ? "In Java, the function stands in a class Solution."
                : "In Java, the class is Main.";
        return new Problem(
                task,
                generated.canonicalForm(),
                generated.statement() + "\n\n" + CodeProblem.form(languages()) + " " + advice,
                data);
    }
}
