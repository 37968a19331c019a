package zeroone.text.template;

/** What can stand behind {@code is}. */
final class TypeTests {
    private final Operators operators;

    TypeTests(Operators operators) {
        this.operators = operators;
    }

    boolean holds(String name, Value value, CallArguments arguments) {
        return switch (name) {
            case "defined" -> !(value instanceof Value.Undefined);
            case "undefined" -> value instanceof Value.Undefined;
            case "none" -> value instanceof Value.None;
            case "string" -> value instanceof Text;
            case "mapping" -> value instanceof Value.Mapping;
            case "sequence", "iterable" ->
                value instanceof Value.Sequence
                        || value instanceof Value.Mapping
                        || value instanceof Text
                        || value instanceof Value.Undefined;
            case "number" -> Operators.isNumber(value);
            case "integer" -> value instanceof Value.Whole;
            case "float" -> value instanceof Value.Real;
            case "boolean" -> value instanceof Value.Bool;
            case "true" -> value instanceof Value.Bool(boolean flag) && flag;
            case "false" -> value instanceof Value.Bool(boolean flag) && !flag;
            case "odd" -> Math.floorMod(Operators.integer(value), 2) == 1;
            case "even" -> Math.floorMod(Operators.integer(value), 2) == 0;
            case "divisibleby" -> Operators.integer(operators.arithmetic(value, "%", arguments.at(0, "num"))) == 0;
            case "upper" ->
                value instanceof Text text && Texts.upper(text).characters().equals(text.characters());
            case "lower" ->
                value instanceof Text text && Texts.lower(text).characters().equals(text.characters());
            case "in" -> operators.contains(arguments.at(0, "seq"), value);
            case "eq", "equalto", "sameas" -> operators.equal(value, arguments.at(0, "other"));
            case "ne" -> !operators.equal(value, arguments.at(0, "other"));
            case "lt" -> operators.order(value, arguments.at(0, "other")) < 0;
            case "le" -> operators.order(value, arguments.at(0, "other")) <= 0;
            case "gt" -> operators.order(value, arguments.at(0, "other")) > 0;
            case "ge" -> operators.order(value, arguments.at(0, "other")) >= 0;
            default -> throw new TemplateException("there is no test '" + name + "' here");
        };
    }
}
