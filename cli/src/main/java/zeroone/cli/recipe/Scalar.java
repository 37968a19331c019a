package zeroone.cli.recipe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Values without parts: how each type is read from a recipe, and the rule to tell when it cannot be. */
final class Scalar {
    private Scalar() {}

    /** The value, or empty if the node does not hold one of this type. */
    static Optional<Object> read(Type type, JsonNode node) {
        if (type == int.class || type == Integer.class) {
            return when(node.isIntegralNumber() && node.canConvertToInt(), node::intValue);
        }
        if (type == long.class || type == Long.class) {
            return when(node.isIntegralNumber() && node.canConvertToLong(), node::longValue);
        }
        if (type == double.class || type == Double.class) {
            return number(node);
        }
        if (type == boolean.class || type == Boolean.class) {
            return when(node.isBoolean(), node::booleanValue);
        }
        if (type == String.class) {
            return when(node.isString(), node::stringValue);
        }
        if (type == Path.class) {
            return path(node);
        }
        if (type == Duration.class) {
            return node.isString() ? DurationText.parse(node.stringValue()).map(Object.class::cast) : Optional.empty();
        }
        return constants(type).stream()
                .filter(constant ->
                        node.isString() && KeyNames.ofConstant(constant).equals(node.stringValue()))
                .findFirst()
                .map(Object.class::cast);
    }

    /** What a value of the type must be, to follow "must be". */
    static String rule(Type type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            boolean narrow = type == int.class || type == Integer.class;
            return "a whole number"
                    + (narrow ? " between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE : " of at most 64 bits");
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a string, in quotes";
        }
        if (type == Path.class) {
            return "a path, in quotes";
        }
        if (type == Duration.class) {
            return "a duration, in quotes, such as \"90s\", \"1h30m\" or \"250ms\"";
        }
        if (type instanceof ParameterizedType container) {
            return switch (container.getRawType().getTypeName()) {
                case "java.util.List" -> "a list, [a, b, c]";
                case "java.util.Map" -> "a table";
                default -> rule(container.getActualTypeArguments()[0]);
            };
        }
        return recordClass(type).isPresent()
                ? "a table"
                : "one of "
                        + String.join(
                                ", ",
                                constants(type).stream()
                                        .map(c -> '"' + KeyNames.ofConstant(c) + '"')
                                        .toList());
    }

    /** The constant that a misspelt one may mean. */
    static Optional<String> nearest(Type type, JsonNode node) {
        boolean isEnum = type instanceof Class<?> c && c.isEnum();
        return isEnum && node.isString()
                ? KeyNames.nearest(
                        node.stringValue(),
                        constants(type).stream().map(KeyNames::ofConstant).toList())
                : Optional.empty();
    }

    static Optional<Class<? extends Record>> recordClass(Type type) {
        return type instanceof Class<?> c && c.isRecord() ? Optional.of(c.asSubclass(Record.class)) : Optional.empty();
    }

    private static List<Enum<?>> constants(Type type) {
        if (type instanceof Class<?> c && c.isEnum()) {
            return Arrays.stream(c.getEnumConstants())
                    .<Enum<?>>map(constant -> (Enum<?>) constant)
                    .toList();
        }
        throw new IllegalStateException("a recipe cannot hold a " + type.getTypeName());
    }

    /** Whole numbers are numbers too; infinity must be written as such, not arise from too large an exponent. */
    private static Optional<Object> number(JsonNode node) {
        if (node.isDouble() || node.isFloat()) {
            return Optional.of(node.doubleValue());
        }
        double value = node.isNumber() ? node.decimalValue().doubleValue() : Double.NaN;
        return when(Double.isFinite(value), () -> value);
    }

    private static Optional<Object> path(JsonNode node) {
        try {
            return when(node.isString() && !node.stringValue().isEmpty(), () -> Path.of(node.stringValue()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> when(boolean fits, Supplier<Object> value) {
        return fits ? Optional.of(value.get()) : Optional.empty();
    }
}
