package zeroone.tasks.puzzle;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;

/** Reference data of a puzzle, read strictly. */
public record PuzzleData(ObjectNode node) {
    public static PuzzleData of(Problem problem) {
        return new PuzzleData(problem.data());
    }

    /**
     * A text field.
     *
     * @throws IllegalArgumentException if it is missing, no text, or longer than allowed
     */
    public String text(String field, int longest) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString() || value.stringValue().length() > longest) {
            throw new IllegalArgumentException("\"" + field + "\" must be a text of at most " + longest
                    + " characters, not " + shortened(String.valueOf(value)));
        }
        return value.stringValue();
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is missing, no whole number, or not in [low, high]
     */
    public int whole(String field, int low, int high) {
        JsonNode value = node.get(field);
        if (value == null || !value.isInt() || value.intValue() < low || value.intValue() > high) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number in [" + low + ", " + high
                    + "], not " + shortened(String.valueOf(value)));
        }
        return value.intValue();
    }

    /**
     * A list of texts.
     *
     * @throws IllegalArgumentException if it is missing, no list of texts, or longer than allowed
     */
    public List<String> texts(String field, int most, int longest) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray() || value.size() > most) {
            throw new IllegalArgumentException("\"" + field + "\" must be a list of at most " + most + " texts, not "
                    + shortened(String.valueOf(value)));
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode text : value) {
            if (!text.isString() || text.stringValue().length() > longest) {
                throw new IllegalArgumentException("\"" + field + "\" must hold texts of at most " + longest
                        + " characters, not " + shortened(text.toString()));
            }
            texts.add(text.stringValue());
        }
        return texts;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
