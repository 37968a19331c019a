package zeroone.server.schema;

import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Constraint;

/** Makes constraints for one tokenizer. The first one reads the whole vocabulary. Thread-safe. */
public final class Grammars {
    private final Tokenizer tokenizer;
    private final Supplier<Vocabulary> vocabulary;

    public Grammars(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.vocabulary = new Supplier<>() {
            private Optional<Vocabulary> made = Optional.empty();

            @Override
            public synchronized Vocabulary get() {
                if (made.isEmpty()) {
                    made = Optional.of(new Vocabulary(tokenizer));
                }
                return made.orElseThrow();
            }
        };
    }

    /**
     * Answers of this schema.
     *
     * @param param what errors call the schema
     * @throws ApiException if it is wrong or has a keyword that is not supported
     */
    public Constraint schema(ObjectNode schema, String param) {
        Grammar grammar = JsonSchema.compile(schema, param);
        try {
            return new GrammarConstraint(grammar, vocabulary.get(), tokenizer);
        } catch (StackOverflowError | IllegalStateException e) {
            throw ApiException.invalid(
                    param, "invalid_json_schema", "the schema is too ambiguous or refers to itself; make it simpler");
        }
    }
}
