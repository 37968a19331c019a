package zeroone.tasks.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Start with "banana". 1. reverse the text. 2. double the first letter. What is the text now?"
 *
 * @param words how many words the first text is put together from
 * @param steps how often it is rewritten, up to 20
 */
record Rewriting(String level, int words, int steps) implements Exercise<Rewriting.Recipe> {
    private static final int MOST_STEPS = 20;

    Rewriting {
        if (words < 1 || words > 10 || steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a text has 1 to 10 words and 1 to " + MOST_STEPS + " steps: " + words + ", " + steps);
        }
    }

    /** A text and what is done to it. */
    record Recipe(String text, List<Rewrite> steps) {
        Recipe {
            steps = List.copyOf(steps);
        }

        String result() {
            String text = this.text;
            for (Rewrite step : steps) {
                text = step.apply(text);
            }
            return text;
        }
    }

    @Override
    public String name() {
        return "rewriting-" + level;
    }

    @Override
    public Recipe draw(RandomGenerator random) {
        List<Rewrite> drawn = new ArrayList<>();
        while (drawn.size() < steps) {
            Rewrite step = Rewrite.values()[random.nextInt(Rewrite.values().length)];
            // The same step twice in a row undoes itself, or does nothing.
            if (drawn.isEmpty() || drawn.getLast() != step) {
                drawn.add(step);
            }
        }
        return new Recipe(String.join("", Words.draw(words, random)), drawn);
    }

    @Override
    public ObjectNode data(Recipe recipe) {
        ObjectNode data = Fields.empty().put("text", recipe.text());
        ArrayNode steps = data.putArray("steps");
        recipe.steps().forEach(step -> steps.add(name(step)));
        return data;
    }

    @Override
    public Recipe read(ObjectNode data) {
        String text = Fields.text(data, "text");
        if (!text.matches("[a-z]{1,200}")) {
            throw new IllegalArgumentException("\"text\" must be 1 to 200 small letters: \"" + text + "\"");
        }
        List<Rewrite> steps = new ArrayList<>();
        for (JsonNode step : data.path("steps")) {
            steps.add(step(step.asString("")));
        }
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("\"steps\" must be a list of 1 to " + MOST_STEPS + ": " + steps.size());
        }
        return new Recipe(text, steps);
    }

    private static Rewrite step(String name) {
        for (Rewrite step : Rewrite.values()) {
            if (name(step).equals(name)) {
                return step;
            }
        }
        throw new IllegalArgumentException("a step must be one of "
                + List.of(Rewrite.values()).stream().map(Rewriting::name).toList() + ", not \"" + name + "\"");
    }

    private static String name(Rewrite step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String id(Recipe recipe) {
        return recipe.text() + ": "
                + recipe.steps().stream().map(Rewriting::name).collect(Collectors.joining(", "));
    }

    @Override
    public String prompt(Recipe recipe) {
        StringBuilder prompt = new StringBuilder("Start with the text \"" + recipe.text() + "\".\n");
        for (int i = 0; i < recipe.steps().size(); i++) {
            prompt.append(i + 1)
                    .append(". ")
                    .append(recipe.steps().get(i).instruction())
                    .append('\n');
        }
        return prompt.append("What is the text in the end? Answer with the text alone.")
                .toString();
    }

    @Override
    public Verdict judge(Recipe recipe, String answer) {
        if (answer.equals(recipe.result())) {
            return Verdict.CORRECT;
        }
        return Verdict.incorrect(
                answer.matches("[a-z]{1,1000}") ? "is not what the steps lead to" : "is not one word of small letters");
    }

    @Override
    public String work(Recipe recipe, Notes notes) {
        String text = recipe.text();
        for (Rewrite step : recipe.steps()) {
            text = step.apply(text);
            if (notes.slips()) {
                text = Rewrite.SWAP_ENDS.apply(text);
            }
            notes.say(name(step) + " " + text + ".");
        }
        return text;
    }

    @Override
    public String guess(Recipe recipe, RandomGenerator random) {
        return recipe.steps().get(random.nextInt(recipe.steps().size())).apply(recipe.text());
    }

    @Override
    public Map<String, Integer> axes(Recipe recipe) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("letters", recipe.text().length());
        axes.put("steps", recipe.steps().size());
        return axes;
    }

    @Override
    public Difficulty difficulty(Recipe recipe) {
        return new Difficulty(
                axes(recipe), (long) recipe.text().length() * recipe.steps().size(), "letters moved");
    }
}
