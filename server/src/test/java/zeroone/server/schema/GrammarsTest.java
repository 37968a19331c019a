package zeroone.server.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.Property;
import zeroone.text.generation.Constraint;

class GrammarsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ByteTokenizer TOKENIZER = new ByteTokenizer();
    private static final String PERSON = "{'type': 'object', 'properties': {'name': {'type': 'string'},"
            + " 'age': {'type': ['integer', 'null']}, 'tags': {'type': 'array', 'items': {'enum': ['a', 'b', 3]}}},"
            + " 'required': ['name', 'age'], 'additionalProperties': false}";

    private final Grammars grammars = new Grammars(TOKENIZER);

    private Constraint constraint(String schema) {
        return grammars.schema((ObjectNode) JSON.readTree(schema.replace('\'', '"')), "schema");
    }

    private boolean accepts(String schema, String text) {
        Constraint.State state = constraint(schema).start();
        for (int token : TOKENIZER.encode(text.replace('\'', '"'))) {
            if (!state.allowed().get(token)) {
                return false;
            }
            state.accept(token);
        }
        return state.allowed().get(ByteTokenizer.RESERVED.endOfTurn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'x','age':5} | true",
                "{ 'name': 'x', 'age': null, 'tags': ['a', 3] } | true",
                "{'name':'x','age':-12,'tags':[]} | true",
                "{'name':'x'} | false",
                "{'age':5,'name':'x'} | false",
                "{'name':'x','age':05} | false",
                "{'name':'x','age':5,'tags':['c']} | false",
                "{'name':'x','age':5,'more':1} | false",
                "{'name':'x','age':5}x | false",
                "{'name':'x','age':5, } | false",
                "[] | false",
                "{'name':'\\n\\u00e9','age':1} | true",
                "{'name':'\\x','age':1} | false",
            })
    void an_object_has_its_members_in_order_and_nothing_else(String text, boolean right) {
        assertThat(accepts(PERSON, text)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'number'} | -1.5e+3 | true",
                "{'type': 'number'} | 1. | false",
                "{'type': 'boolean'} | true | true",
                "{'const': 'yes'} | 'yes' | true",
                "{'const': 'yes'} | 'no' | false",
                "{'type': 'array', 'items': {'type': 'integer'}, 'minItems': 1} | [] | false",
                "{'anyOf': [{'type': 'null'}, {'type': 'string'}]} | null | true",
                "{} | {'a': [1, {'b': null}]} | true",
                "{'type': 'object'} | {'a': 1} | true",
                "{'type': 'object', 'properties': {}} | {} | true",
                "{'$ref': '#/$defs/tree', '$defs': {'tree': {'type': 'array', 'items': {'$ref': '#/$defs/tree'}}}} | [[], [[]]] | true",
                "{'$ref': '#/$defs/tree', '$defs': {'tree': {'type': 'array', 'items': {'$ref': '#/$defs/tree'}}}} | [[], [1]] | false",
            })
    void types_are_what_json_schema_says(String schema, String text, boolean right) {
        assertThat(accepts(schema, text)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string', 'pattern': 'a+'} | pattern",
                "{'type': 'integer', 'minimum': 3} | minimum",
                "{'type': 'text'} | there is no type",
                "{'type': 'object', 'properties': {'a': {'format': 'x'}}} | schema.properties.a",
                "{'type': 'object', 'required': ['b'], 'properties': {'a': {}}} | not among the properties",
                "{'$ref': '#/$defs/x'} | not defined",
                "{'$ref': '#/$defs/x', '$defs': {'x': {'$ref': '#/$defs/x'}}} | refers to itself",
                "{'enum': []} | at least one",
            })
    void what_would_be_ignored_is_refused(String schema, String message) {
        assertThatThrownBy(() -> constraint(schema))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatever_is_drawn_from_the_mask_is_json_of_the_schema() {
        Constraint constraint = constraint(PERSON);
        Property.seeded(5).holds(200, random -> {
            JsonNode drawn = JSON.readTree(draw(constraint, random));
            assertThat(drawn.propertyNames()).contains("name", "age").isSubsetOf("name", "age", "tags");
            assertThat(drawn.path("name").isString()).isTrue();
            assertThat(drawn.path("age").isIntegralNumber() || drawn.path("age").isNull())
                    .isTrue();
        });
    }

    /** A random walk that prefers to end strings, so that it ends. */
    private static String draw(Constraint constraint, RandomGenerator random) {
        Constraint.State state = constraint.start();
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < 10_000; step++) {
            BitSet allowed = state.allowed();
            int end = ByteTokenizer.RESERVED.endOfTurn();
            int token;
            if (allowed.get('"') && random.nextInt(4) == 0) {
                token = '"';
            } else {
                int[] choices = allowed.stream().toArray();
                token = choices[random.nextInt(choices.length)];
            }
            if (token == end) {
                return text.toString();
            }
            text.append((char) token);
            state.accept(token);
        }
        throw new AssertionError("no end after 10,000 tokens: " + text);
    }

    @Test
    void a_deep_and_wide_schema_is_refused_instead_of_exhausting_the_server() {
        StringBuilder schema = new StringBuilder("{'anyOf': [{'type': 'null'}");
        schema.append(", {'type': 'string'}".repeat(100)).append("]}");
        assertThatThrownBy(() -> constraint(schema.toString())).isInstanceOf(ApiException.class);
    }
}
