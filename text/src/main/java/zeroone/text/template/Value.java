package zeroone.text.template;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template computes with: Python's values, as far as chat templates use them. */
sealed interface Value
        permits Text,
                Value.Whole,
                Value.Real,
                Value.Bool,
                Value.None,
                Value.Undefined,
                Value.Sequence,
                Value.Mapping,
                Value.Namespace {

    /** Values nested deeper than this are refused, so that every walk over a value ends. */
    int DEEPEST = 50;

    /** Items of one sequence or mapping. */
    int LARGEST = 100_000;

    /** How deep values are nested in this one: 0 for a plain value. */
    default int depth() {
        return 0;
    }

    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Bool(boolean value) implements Value {}

    record None() implements Value {}

    /** A name or attribute that does not exist; prints as nothing and counts as false. */
    record Undefined(String name) implements Value {}

    /** A list; tuples are lists too, and print as such. */
    record Sequence(List<Value> items, int depth) implements Value {
        static Sequence of(List<Value> items) {
            return new Sequence(List.copyOf(items), depthAbove(items));
        }
    }

    record Mapping(Map<String, Value> entries, int depth) implements Value {
        static Mapping of(Map<String, Value> entries) {
            return new Mapping(Collections.unmodifiableMap(new LinkedHashMap<>(entries)), depthAbove(entries.values()));
        }
    }

    /** What {@code namespace()} makes: the one value that {@code set} can change from within a loop. */
    record Namespace(Map<String, Value> attributes) implements Value {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static int depthAbove(Collection<Value> items) {
        if (items.size() > LARGEST) {
            throw new TemplateException("a list or dictionary may have at most " + LARGEST + " items: " + items.size());
        }
        int depth = 1 + items.stream().mapToInt(Value::depth).max().orElse(0);
        if (depth > DEEPEST) {
            throw new TemplateException("values may be nested at most " + DEEPEST + " deep");
        }
        return depth;
    }

    /** The value of plain Java data; strings count as data, not as the template's own text. */
    static Value of(@Nullable Object object) {
        return switch (object) {
            case null -> new None();
            case Value value -> value;
            case String text -> Text.ofData(text);
            case Boolean flag -> new Bool(flag);
            case Integer number -> new Whole(number);
            case Long number -> new Whole(number);
            case Double number -> new Real(number);
            case List<?> items -> Sequence.of(items.stream().map(Value::of).toList());
            case Map<?, ?> map -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), of(value)));
                yield Mapping.of(entries);
            }
            default ->
                throw new IllegalArgumentException(
                        "a template variable must be a string, boolean, number, list or map: " + object.getClass());
        };
    }

    /** The name of the kind, for errors. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a string";
            case Whole _ -> "an integer";
            case Real _ -> "a float";
            case Bool _ -> "a boolean";
            case None _ -> "none";
            case Undefined(String name) -> "undefined (" + name + ")";
            case Sequence _ -> "a list";
            case Mapping _ -> "a dictionary";
            case Namespace _ -> "a namespace";
        };
    }

    default boolean isTrue() {
        return switch (this) {
            case Text text -> !text.characters().isEmpty();
            case Whole(long value) -> value != 0;
            case Real(double value) -> value != 0;
            case Bool(boolean value) -> value;
            case None _, Undefined _ -> false;
            case Sequence(List<Value> items, int _) -> !items.isEmpty();
            case Mapping(Map<String, Value> entries, int _) -> !entries.isEmpty();
            case Namespace _ -> true;
        };
    }
}
