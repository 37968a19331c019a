package zeroone.tasks.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A multiple-choice question in one of the layouts of well-known benchmarks:
 *
 * <ul>
 *   <li>GPQA: columns "Question", "Correct Answer", "Incorrect Answer 1" and so on;
 *   <li>MMLU: "question", "choices" as a list, "answer" as the number of the right one from 0 or its letter; or a CSV file
 *       without header whose last column is the letter;
 *   <li>ARC: "question", "choices" with "text" and "label", "answerKey".
 * </ul>
 *
 * Columns that a layout does not use are ignored: these files carry many.
 */
record ChoiceRow(String question, List<String> options, String right) {
    private static final int MOST_OPTIONS = 26;

    /** The question of a row; empty if the row has none of the layouts. */
    static Optional<ChoiceRow> of(ObjectNode row) {
        Optional<String> question = column(row, "question");
        if (question.isPresent() && column(row, "correctanswer").isPresent()) {
            return Optional.of(gpqa(row, question.get()));
        }
        if (question.isPresent() && row.get("choices") instanceof ArrayNode choices) {
            return Optional.of(numbered(question.get(), texts(choices), row.get("answer")));
        }
        if (question.isPresent() && row.get("choices") instanceof ObjectNode choices && row.has("answerKey")) {
            return Optional.of(labelled(question.get(), choices, row.get("answerKey")));
        }
        return row.has("1") ? Optional.of(withoutHeader(row)) : Optional.empty();
    }

    /** Reference data for the verifier "choice", with the options in their shuffled order. */
    ObjectNode data() {
        return data(question, options, right);
    }

    static ObjectNode data(String question, List<String> options, String right) {
        List<String> order = OptionOrder.of(question, options);
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("question", question);
        ArrayNode listed = data.putArray("options");
        order.forEach(listed::add);
        return data.put("answer", String.valueOf((char) ('A' + order.indexOf(right))));
    }

    /** The option that an answer names: its text, its letter, or its number from 0. */
    static String option(List<String> options, JsonNode answer) {
        if (answer != null && answer.isIntegralNumber() && answer.canConvertToInt()) {
            return at(options, answer.intValue(), answer.toString());
        }
        String text = answer != null && answer.isString() ? answer.stringValue().strip() : "";
        if (options.contains(text)) {
            return text;
        }
        if (text.length() == 1) {
            return at(options, text.charAt(0) - 'A', text);
        }
        throw new IllegalArgumentException(
                "\"answer\" must be an option, its letter, or its number from 0, not " + answer);
    }

    private static ChoiceRow gpqa(ObjectNode row, String question) {
        String right = column(row, "correctanswer").orElseThrow();
        List<String> options = new ArrayList<>(List.of(right));
        for (int i = 1; i < MOST_OPTIONS; i++) {
            column(row, "incorrectanswer" + i).ifPresent(options::add);
        }
        return new ChoiceRow(question, options, right);
    }

    private static ChoiceRow numbered(String question, List<String> options, JsonNode answer) {
        return new ChoiceRow(question, options, option(options, answer));
    }

    private static ChoiceRow labelled(String question, ObjectNode choices, JsonNode key) {
        List<String> options = texts(choices.path("text"));
        int place = texts(choices.path("label")).indexOf(key.asString("").strip());
        return new ChoiceRow(question, options, at(options, place, key.toString()));
    }

    private static ChoiceRow withoutHeader(ObjectNode row) {
        List<String> values = texts(row);
        if (values.size() < 4) {
            throw new IllegalArgumentException("a row without column names must hold a question, its options and the"
                    + " letter of the right one, not " + values.size() + " values");
        }
        List<String> options = values.subList(1, values.size() - 1);
        String letter = values.getLast().strip();
        return new ChoiceRow(
                values.getFirst(), options, at(options, letter.length() == 1 ? letter.charAt(0) - 'A' : -1, letter));
    }

    private static String at(List<String> options, int place, String named) {
        if (place < 0 || place >= options.size()) {
            throw new IllegalArgumentException("the right answer must be one of the " + options.size()
                    + " options, counted from A or from 0, not " + named);
        }
        return options.get(place);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            texts.add(text.asString("").strip());
        }
        return texts;
    }

    /** The text of a column whose name differs at most in case, spaces and underscores. */
    private static Optional<String> column(ObjectNode row, String name) {
        for (var field : row.properties()) {
            if (field.getKey().toLowerCase(Locale.ROOT).replaceAll("[ _]", "").equals(name)
                    && field.getValue().isString()
                    && !field.getValue().stringValue().isBlank()) {
                return Optional.of(field.getValue().stringValue().strip());
            }
        }
        return Optional.empty();
    }
}
