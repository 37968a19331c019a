package zeroone.tasks.exercise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Strict reading of the fields of reference data; every refusal names the field, what it must be and what it was. */
public final class Fields {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LIST = 1000;

    private Fields() {}

    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A whole number in a range, both ends included. */
    public static long whole(ObjectNode data, String field, long least, long most) {
        return whole(data.get(field), "\"" + field + "\"", least, most);
    }

    /** A list of whole numbers in a range. */
    public static List<Long> wholes(ObjectNode data, String field, long least, long most) {
        if (!(data.get(field) instanceof ArrayNode list) || list.isEmpty() || list.size() > LONGEST_LIST) {
            throw new IllegalArgumentException("\"" + field + "\" must be a list of 1 to " + LONGEST_LIST
                    + " whole numbers, not " + data.get(field));
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : list) {
            numbers.add(whole(element, "every number of \"" + field + "\"", least, most));
        }
        return List.copyOf(numbers);
    }

    /** A text that is not blank. */
    public static String text(ObjectNode data, String field) {
        JsonNode node = data.get(field);
        if (node == null
                || !node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("\"" + field + "\" must be a text of 1 to " + LONGEST_TEXT
                    + " characters, not " + (node == null ? "missing" : node.getNodeType()));
        }
        return node.stringValue();
    }

    public static ArrayNode array(Iterable<Long> numbers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(array::add);
        return array;
    }

    private static long whole(@Nullable JsonNode node, String what, long least, long most) {
        if (node == null
                || !node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw new IllegalArgumentException(
                    what + " must be a whole number from " + least + " to " + most + ", not " + node);
        }
        return node.longValue();
    }
}
