package zeroone.tasks;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verifier that a problem file can ask for by name, {@code {"question":"…","answer":"…","verifier":"number"}}. Found by
 * {@link java.util.ServiceLoader}: a jar on the class path that names its verifiers in {@code
 * META-INF/services/zeroone.tasks.NamedVerifier} adds them to the built-in ones. Implementations have a public constructor
 * without arguments.
 *
 * <p>{@link #verify} reads what the right answer is from the problem's reference data: the fields of the line in the file.
 */
public interface NamedVerifier extends Verifier {
    /** Unique among all verifiers, in small letters, e.g. "number". */
    String name();

    /** The fields that reference data may have for this verifier, beside "question". */
    List<String> fields();

    /**
     * Refuses reference data that no answer could be judged with, before anybody answers.
     *
     * @param data "question" and the {@link #fields}
     * @throws IllegalArgumentException if a field is missing or holds nothing of use; the message says which and why
     */
    void check(ObjectNode data);

    /** What the model reads; {@link #check} has passed the data. */
    default String prompt(ObjectNode data) {
        return data.path("question").asString();
    }
}
