package zeroone.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists, and what else can be walked over, indexed and sliced, with Python's rules. */
final class Sequences {
    private Sequences() {}

    /** What a loop over the value goes through: items, keys or code points. */
    static List<Value> items(Value value) {
        return switch (value) {
            case Value.Sequence(List<Value> items, int _) -> items;
            case Value.Mapping(Map<String, Value> entries, int _) ->
                entries.keySet().stream().<Value>map(Text::ofData).toList();
            case Text text -> codePoints(text);
            case Value.Undefined _ -> List.of();
            case Value.Whole _, Value.Real _, Value.Bool _, Value.None _, Value.Namespace _ ->
                throw new TemplateException("cannot go through " + value.kind());
        };
    }

    private static List<Value> codePoints(Text text) {
        if (text.characters().length() > Value.LARGEST) {
            throw new TemplateException("cannot go through a string of more than " + Value.LARGEST + " characters");
        }
        List<Value> points = new ArrayList<>();
        String characters = text.characters();
        for (int at = 0; at < characters.length(); at += Character.charCount(characters.codePointAt(at))) {
            points.add(text.substring(at, at + Character.charCount(characters.codePointAt(at))));
        }
        return points;
    }

    static int length(Value value) {
        return switch (value) {
            case Text text -> text.length();
            case Value.Mapping(Map<String, Value> entries, int _) -> entries.size();
            case Value.Sequence _,
                    Value.Undefined _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Bool _,
                    Value.None _,
                    Value.Namespace _ -> items(value).size();
        };
    }

    /** {@code target[index]}; undefined where there is nothing. */
    static Value at(Value target, Value index) {
        String missing = Display.text(index).characters();
        return switch (target) {
            case Value.Mapping(Map<String, Value> entries, int _)
            when index instanceof Text key -> entries.getOrDefault(key.characters(), new Value.Undefined(missing));
            case Value.Namespace(Map<String, Value> attributes)
            when index instanceof Text key -> attributes.getOrDefault(key.characters(), new Value.Undefined(missing));
            case Value.Sequence(List<Value> items, int _)
            when index instanceof Value.Whole(long position) -> {
                OptionalInt at = position(position, items.size());
                yield at.isPresent() ? items.get(at.getAsInt()) : new Value.Undefined(missing);
            }
            case Text text
            when index instanceof Value.Whole(long position) -> {
                OptionalInt at = position(position, text.length());
                yield at.isPresent() ? text.at(at.getAsInt()) : new Value.Undefined(missing);
            }
            case Value.Undefined(String name) ->
                throw new TemplateException("'" + name + "' is undefined, so it has no '" + missing + "'");
            default -> new Value.Undefined(missing);
        };
    }

    private static OptionalInt position(long index, int length) {
        long at = index < 0 ? index + length : index;
        return at >= 0 && at < length ? OptionalInt.of((int) at) : OptionalInt.empty();
    }

    static Value slice(Value target, Optional<Value> begin, Optional<Value> end, Optional<Value> step) {
        int length = length(target);
        long stride = bound(step).orElse(1L);
        if (stride == 0) {
            throw new TemplateException("the step of a slice must not be 0");
        }
        int low = stride > 0 ? 0 : -1;
        int high = stride > 0 ? length : length - 1;
        long from = clamp(bound(begin), stride > 0 ? low : high, length, low, high);
        long to = clamp(bound(end), stride > 0 ? high : low, length, low, high);
        List<Integer> positions = new ArrayList<>();
        for (long at = from; stride > 0 ? at < to : at > to; at += stride) {
            positions.add((int) at);
        }
        if (target instanceof Text text) {
            if (stride == 1) {
                int first = text.characters().offsetByCodePoints(0, (int) from);
                int last = text.characters().offsetByCodePoints(first, positions.size());
                return text.substring(first, last);
            }
            List<Value> points = codePoints(text);
            TextBuilder picked = new TextBuilder();
            positions.forEach(at -> picked.append((Text) points.get(at)));
            return picked.build();
        }
        if (target instanceof Value.Sequence(List<Value> items, int _)) {
            return Value.Sequence.of(positions.stream().map(items::get).toList());
        }
        throw new TemplateException("cannot slice " + target.kind());
    }

    private static Optional<Long> bound(Optional<Value> value) {
        return value.filter(given -> !(given instanceof Value.None)).map(given -> {
            if (given instanceof Value.Whole(long number)) {
                return number;
            }
            throw new TemplateException("the bounds of a slice must be integers, not " + given.kind());
        });
    }

    private static long clamp(Optional<Long> bound, long otherwise, int length, int low, int high) {
        return bound.map(at -> Math.clamp(at < 0 ? at + length : at, low, high))
                .map(Integer::longValue)
                .orElse(otherwise);
    }

    static Value range(CallArguments arguments) {
        boolean onlyEnd = arguments.positional().size() == 1;
        int begin = onlyEnd ? 0 : arguments.integer(0, "start", 0);
        int end = onlyEnd ? arguments.integer(0, "stop", 0) : arguments.integer(1, "stop", 0);
        int step = arguments.integer(2, "step", 1);
        if (step == 0 || Math.abs(((long) end - begin) / step) > Value.LARGEST) {
            throw new TemplateException(
                    "a range must have a step other than 0 and at most " + Value.LARGEST + " items");
        }
        List<Value> items = new ArrayList<>();
        for (long at = begin; step > 0 ? at < end : at > end; at += step) {
            items.add(new Value.Whole(at));
        }
        return Value.Sequence.of(items);
    }
}
