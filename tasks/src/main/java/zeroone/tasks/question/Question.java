package zeroone.tasks.question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;

/** A question of one's own, with what its verifier needs to judge an answer. */
public final class Question {
    /** Name of the task that such problems belong to. */
    public static final String TASK = "question";

    static final int LONGEST_REFERENCE = 10_000;

    private Question() {}

    /**
     * A problem with its reference data.
     *
     * @param data "question" and the fields of the verifier, nothing else
     * @throws IllegalArgumentException if a field is missing, unknown, or holds nothing of use; the message says which
     */
    public static Problem problem(ObjectNode data, NamedVerifier verifier) {
        String question = text(data, "question", Integer.MAX_VALUE);
        for (String name : data.propertyNames()) {
            if (!name.equals("question") && !verifier.fields().contains(name)) {
                throw new IllegalArgumentException("a question with verifier \"" + verifier.name()
                        + "\" has no field \"" + name + "\"; it has question, "
                        + String.join(", ", verifier.fields()) + ", verifier");
            }
        }
        verifier.check(data);
        return new Problem(TASK, question.strip(), verifier.prompt(data), data);
    }

    /** The reference answer as text. */
    static String answer(ObjectNode data) {
        return text(data, "answer", LONGEST_REFERENCE);
    }

    static String text(ObjectNode data, String field, int longest) {
        JsonNode node = data.get(field);
        if (node == null || !node.isString()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a text, not " + node);
        }
        String text = node.stringValue();
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("\"" + field + "\" must not be blank"
                    + (longest == Integer.MAX_VALUE
                            ? ""
                            : " and have at most " + longest + " characters, not " + text.length()));
        }
        return text;
    }
}
