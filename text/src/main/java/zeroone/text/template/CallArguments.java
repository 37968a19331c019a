package zeroone.text.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values given to a function, method, filter or test. */
record CallArguments(List<Value> positional, Map<String, Value> named) {
    Optional<Value> find(int index, String name) {
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.ofNullable(named.get(name));
    }

    Value at(int index, String name) {
        return find(index, name).orElseThrow(() -> new TemplateException("the argument '" + name + "' is missing"));
    }

    Text text(int index, String name) {
        return at(index, name) instanceof Text text ? text : badArgument(name, "a string", at(index, name));
    }

    Optional<Text> findText(int index, String name) {
        return find(index, name)
                .filter(value -> !(value instanceof Value.None))
                .map(value -> value instanceof Text text ? text : badArgument(name, "a string", value));
    }

    int integer(int index, String name, int otherwise) {
        return switch (find(index, name).orElseGet(() -> new Value.Whole(otherwise))) {
            case Value.Whole(long value) when value == (int) value -> (int) value;
            case Value value ->
                throw new TemplateException("the argument '" + name + "' must be an integer, it is " + value.kind());
        };
    }

    boolean flag(int index, String name) {
        return find(index, name).map(Value::isTrue).orElse(false);
    }

    private static Text badArgument(String name, String expected, Value value) {
        throw new TemplateException("the argument '" + name + "' must be " + expected + ", it is " + value.kind());
    }
}
