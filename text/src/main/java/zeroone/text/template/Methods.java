package zeroone.text.template;

import java.util.List;
import java.util.Map;

/** The methods of strings and dictionaries that templates call. */
final class Methods {
    private final Operators operators;

    Methods(Operators operators) {
        this.operators = operators;
    }

    Value call(Value target, String name, CallArguments arguments) {
        return switch (target) {
            case Text text -> call(text, name, arguments);
            case Value.Mapping mapping -> call(mapping, name, arguments);
            case Value.Sequence sequence
            when name.equals("count") || name.equals("index") -> search(sequence, name, arguments.at(0, "value"));
            case Value.Undefined(String missing) ->
                throw new TemplateException("'" + missing + "' is undefined, so it has no method '" + name + "'");
            case Value.Sequence _, Value.Whole _, Value.Real _, Value.Bool _, Value.None _, Value.Namespace _ ->
                throw noMethod(target, name);
        };
    }

    private static TemplateException noMethod(Value target, String name) {
        return new TemplateException(target.kind() + " has no method '" + name + "' here");
    }

    private static Value call(Text text, String name, CallArguments arguments) {
        return switch (name) {
            case "strip" -> Texts.strip(text, arguments.findText(0, "chars"), true, true);
            case "lstrip" -> Texts.strip(text, arguments.findText(0, "chars"), true, false);
            case "rstrip" -> Texts.strip(text, arguments.findText(0, "chars"), false, true);
            case "upper" -> Texts.upper(text);
            case "lower" -> Texts.lower(text);
            case "title" -> Texts.title(text);
            case "capitalize" -> Texts.capitalize(text);
            case "startswith" -> new Value.Bool(affixes(arguments).stream().anyMatch(text.characters()::startsWith));
            case "endswith" -> new Value.Bool(affixes(arguments).stream().anyMatch(text.characters()::endsWith));
            case "split" -> split(text, arguments, true);
            case "rsplit" -> split(text, arguments, false);
            case "splitlines" -> lines(text);
            case "replace" ->
                Texts.replace(
                        text, arguments.text(0, "old"), arguments.text(1, "new"), arguments.integer(2, "count", -1));
            case "find" -> new Value.Whole(find(text, arguments.text(0, "sub")));
            case "count" ->
                new Value.Whole(Texts.split(text, arguments.text(0, "sub"), Integer.MAX_VALUE)
                                .size()
                        - 1L);
            case "join" -> Texts.join(Sequences.items(arguments.at(0, "items")), text);
            case "isdigit" ->
                new Value.Bool(!text.characters().isEmpty()
                        && text.characters().codePoints().allMatch(Character::isDigit));
            default -> throw noMethod(text, name);
        };
    }

    private static List<String> affixes(CallArguments arguments) {
        return switch (arguments.at(0, "prefix")) {
            case Text text -> List.of(text.characters());
            case Value.Sequence(List<Value> items, int _) ->
                items.stream().map(item -> Display.text(item).characters()).toList();
            case Value.Mapping _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Bool _,
                    Value.None _,
                    Value.Undefined _,
                    Value.Namespace _ ->
                throw new TemplateException("startswith and endswith take a string or several, not "
                        + arguments.at(0, "prefix").kind());
        };
    }

    private static Value split(Text text, CallArguments arguments, boolean left) {
        int limit = arguments.integer(1, "maxsplit", -1);
        int most = limit < 0 ? Integer.MAX_VALUE : limit;
        var separator = arguments.findText(0, "sep");
        if (separator.isEmpty()) {
            if (!left && most != Integer.MAX_VALUE) {
                throw new TemplateException("rsplit with a limit needs a separator here");
            }
            return Value.Sequence.of(Texts.words(text, most));
        }
        return Value.Sequence.of(
                left ? Texts.split(text, separator.get(), most) : Texts.splitFromRight(text, separator.get(), most));
    }

    private static Value lines(Text text) {
        Text unified = Texts.replace(text, Text.ofData("\r\n"), Text.ofData("\n"), -1);
        List<Value> lines = Texts.split(unified, Text.ofData("\n"), Integer.MAX_VALUE);
        boolean endsInBreak =
                lines.getLast() instanceof Text last && last.characters().isEmpty();
        return Value.Sequence.of(endsInBreak ? lines.subList(0, lines.size() - 1) : lines);
    }

    private static long find(Text text, Text part) {
        int at = text.characters().indexOf(part.characters());
        return at < 0 ? -1 : text.characters().codePointCount(0, at);
    }

    private static Value call(Value.Mapping mapping, String name, CallArguments arguments) {
        Map<String, Value> entries = mapping.entries();
        return switch (name) {
            case "items" -> Filters.items(entries);
            case "keys" -> Value.Sequence.of(Sequences.items(mapping));
            case "values" -> Value.Sequence.of(List.copyOf(entries.values()));
            case "get" -> {
                Value otherwise = arguments.find(1, "default").orElseGet(Value.None::new);
                yield arguments.at(0, "key") instanceof Text key
                        ? entries.getOrDefault(key.characters(), otherwise)
                        : otherwise;
            }
            default -> throw noMethod(mapping, name);
        };
    }

    private Value search(Value.Sequence sequence, String name, Value wanted) {
        long count = 0;
        for (int i = 0; i < sequence.items().size(); i++) {
            if (operators.equal(sequence.items().get(i), wanted)) {
                if (name.equals("index")) {
                    return new Value.Whole(i);
                }
                count++;
            }
        }
        if (name.equals("index")) {
            throw new TemplateException(Display.text(wanted).characters() + " is not in the list");
        }
        return new Value.Whole(count);
    }
}
