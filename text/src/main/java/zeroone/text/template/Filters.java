package zeroone.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What can stand behind {@code |}. */
final class Filters {
    private final Operators operators;

    Filters(Operators operators) {
        this.operators = operators;
    }

    Value apply(String name, Value value, CallArguments arguments) {
        return switch (name) {
            case "trim" -> Texts.strip(Display.text(value), arguments.findText(0, "chars"), true, true);
            case "upper" -> Texts.upper(Display.text(value));
            case "lower" -> Texts.lower(Display.text(value));
            case "title" -> Texts.title(Display.text(value));
            case "capitalize" -> Texts.capitalize(Display.text(value));
            case "string", "safe" -> Display.text(value);
            case "replace" ->
                Texts.replace(
                        Display.text(value),
                        arguments.text(0, "old"),
                        arguments.text(1, "new"),
                        arguments.integer(2, "count", -1));
            case "indent" ->
                Texts.indent(Display.text(value), arguments.integer(0, "width", 4), arguments.flag(1, "first"));
            case "tojson" -> json(value, arguments);
            case "length", "count" -> new Value.Whole(Sequences.length(value));
            case "int" -> integer(value, arguments);
            case "float" -> real(value, arguments);
            case "abs" ->
                operators.order(value, new Value.Whole(0)) < 0
                        ? operators.arithmetic(new Value.Whole(0), "-", value)
                        : value;
            case "default", "d" -> {
                boolean absent = value instanceof Value.Undefined || (arguments.flag(1, "boolean") && !value.isTrue());
                yield absent ? arguments.find(0, "default_value").orElse(Text.EMPTY) : value;
            }
            case "items" ->
                switch (value) {
                    case Value.Mapping(Map<String, Value> entries, int _) -> items(entries);
                    case Value.Undefined _ -> Value.Sequence.of(List.of());
                    default -> throw new TemplateException("only a dictionary has items, not " + value.kind());
                };
            default -> ofSequence(name, value, arguments);
        };
    }

    private Value ofSequence(String name, Value value, CallArguments arguments) {
        List<Value> items = Sequences.items(value);
        return switch (name) {
            case "list" -> Value.Sequence.of(items);
            case "first" -> items.isEmpty() ? new Value.Undefined("the first of nothing") : items.getFirst();
            case "last" -> items.isEmpty() ? new Value.Undefined("the last of nothing") : items.getLast();
            case "reverse" ->
                value instanceof Text text
                        ? Texts.join(items.reversed(), Text.EMPTY)
                        : Value.Sequence.of(items.reversed());
            case "join" ->
                Texts.join(
                        attribute(items, arguments.findText(1, "attribute")),
                        arguments.findText(0, "d").orElse(Text.EMPTY));
            case "sort" -> sorted(items, arguments);
            case "unique" -> unique(items);
            case "min", "max" -> {
                List<Value> ordered = items.stream().sorted(operators::order).toList();
                yield ordered.isEmpty()
                        ? new Value.Undefined("the " + name + " of nothing")
                        : name.equals("min") ? ordered.getFirst() : ordered.getLast();
            }
            case "sum" -> {
                Value sum = new Value.Whole(0);
                for (Value item : attribute(items, arguments.findText(0, "attribute"))) {
                    sum = operators.arithmetic(sum, "+", item);
                }
                yield sum;
            }
            case "map" -> map(items, arguments);
            case "select" -> chosen(items, Optional.empty(), arguments, 0, true);
            case "reject" -> chosen(items, Optional.empty(), arguments, 0, false);
            case "selectattr" -> chosen(items, Optional.of(arguments.text(0, "attribute")), arguments, 1, true);
            case "rejectattr" -> chosen(items, Optional.of(arguments.text(0, "attribute")), arguments, 1, false);
            default -> throw new TemplateException("there is no filter '" + name + "' here");
        };
    }

    static Value items(Map<String, Value> entries) {
        return Value.Sequence.of(entries.entrySet().stream()
                .<Value>map(entry -> Value.Sequence.of(List.of(Text.ofData(entry.getKey()), entry.getValue())))
                .toList());
    }

    private static Value json(Value value, CallArguments arguments) {
        int indent = arguments
                        .find(arguments.positional().isEmpty() ? 0 : 1, "indent")
                        .filter(given -> !(given instanceof Value.None))
                        .isPresent()
                ? Math.clamp(arguments.integer(1, "indent", 0), 0, 16)
                : -1;
        return JsonText.of(
                value, indent < 0 ? OptionalInt.empty() : OptionalInt.of(indent), arguments.flag(0, "ensure_ascii"));
    }

    private static Value integer(Value value, CallArguments arguments) {
        Value otherwise = arguments.find(0, "default").orElseGet(() -> new Value.Whole(0));
        return switch (value) {
            case Value.Whole whole -> whole;
            case Value.Bool(boolean flag) -> new Value.Whole(flag ? 1 : 0);
            case Value.Real(double real) -> new Value.Whole((long) real);
            case Text text -> {
                try {
                    yield new Value.Whole(Long.parseLong(text.characters().strip()));
                } catch (NumberFormatException e) {
                    yield otherwise;
                }
            }
            case Value.None _, Value.Undefined _, Value.Sequence _, Value.Mapping _, Value.Namespace _ -> otherwise;
        };
    }

    private static Value real(Value value, CallArguments arguments) {
        Value otherwise = arguments.find(0, "default").orElseGet(() -> new Value.Real(0));
        if (Operators.isNumber(value)) {
            return new Value.Real(Operators.number(value));
        }
        try {
            return value instanceof Text text
                    ? new Value.Real(Double.parseDouble(text.characters().strip()))
                    : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static List<Value> attribute(List<Value> items, Optional<Text> path) {
        if (path.isEmpty()) {
            return items;
        }
        return items.stream().map(item -> attribute(item, path.get())).toList();
    }

    private static Value attribute(Value item, Text path) {
        Value value = item;
        for (Value part : Texts.split(path, Text.ofTemplate("."), Integer.MAX_VALUE)) {
            value = Sequences.at(value, part);
        }
        return value;
    }

    private Value sorted(List<Value> items, CallArguments arguments) {
        Optional<Text> path = arguments.findText(2, "attribute");
        List<Value> sorted = new ArrayList<>(items);
        sorted.sort((left, right) -> path.isEmpty()
                ? operators.order(left, right)
                : operators.order(attribute(left, path.get()), attribute(right, path.get())));
        return Value.Sequence.of(arguments.flag(0, "reverse") ? sorted.reversed() : sorted);
    }

    private Value unique(List<Value> items) {
        List<Value> unique = new ArrayList<>();
        for (Value item : items) {
            if (unique.stream().noneMatch(seen -> operators.equal(seen, item))) {
                unique.add(item);
            }
        }
        return Value.Sequence.of(unique);
    }

    private Value map(List<Value> items, CallArguments arguments) {
        Optional<Value> path = Optional.ofNullable(arguments.named().get("attribute"));
        if (path.isPresent()) {
            return Value.Sequence.of(attribute(items, path.map(Display::text)));
        }
        String filter = arguments.text(0, "filter").characters();
        CallArguments rest = rest(arguments, 1);
        return Value.Sequence.of(
                items.stream().map(item -> apply(filter, item, rest)).toList());
    }

    private Value chosen(
            List<Value> items, Optional<Text> path, CallArguments arguments, int testIndex, boolean wanted) {
        Optional<Text> test = arguments.findText(testIndex, "test");
        CallArguments rest = rest(arguments, testIndex + 1);
        TypeTests tests = new TypeTests(operators);
        return Value.Sequence.of(items.stream()
                .filter(item -> {
                    Value tested = path.isPresent() ? attribute(item, path.get()) : item;
                    boolean holds =
                            test.isPresent() ? tests.holds(test.get().characters(), tested, rest) : tested.isTrue();
                    return holds == wanted;
                })
                .toList());
    }

    private static CallArguments rest(CallArguments arguments, int from) {
        List<Value> positional = arguments.positional();
        return new CallArguments(
                positional.subList(Math.min(from, positional.size()), positional.size()), new LinkedHashMap<>());
    }
}
