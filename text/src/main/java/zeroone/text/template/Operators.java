package zeroone.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arithmetic and comparison with Python's rules. */
final class Operators {
    private final Budget budget;

    Operators(Budget budget) {
        this.budget = budget;
    }

    Value arithmetic(Value left, String operator, Value right) {
        if (operator.equals("~")) {
            return new TextBuilder()
                    .append(Display.text(left))
                    .append(Display.text(right))
                    .build();
        }
        if (left instanceof Text first && right instanceof Text second && operator.equals("+")) {
            return new TextBuilder().append(first).append(second).build();
        }
        if (left instanceof Value.Sequence(List<Value> first, int _)
                && right instanceof Value.Sequence(List<Value> second, int _)
                && operator.equals("+")) {
            List<Value> items = new ArrayList<>(first);
            items.addAll(second);
            return Value.Sequence.of(items);
        }
        if (left instanceof Text text && right instanceof Value.Whole(long times) && operator.equals("*")) {
            return repeat(text, times);
        }
        if (isNumber(left) && isNumber(right)) {
            return left instanceof Value.Real || right instanceof Value.Real || operator.equals("/")
                    ? new Value.Real(real(number(left), operator, number(right)))
                    : new Value.Whole(whole(integer(left), operator, integer(right)));
        }
        throw new TemplateException("cannot compute " + left.kind() + " " + operator + " " + right.kind());
    }

    private Value repeat(Text text, long times) {
        TextBuilder repeated = new TextBuilder();
        for (long i = 0; i < times; i++) {
            budget.charge(1);
            repeated.append(text);
        }
        return repeated.build();
    }

    private static long whole(long left, String operator, long right) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(left, right);
                case "-" -> Math.subtractExact(left, right);
                case "*" -> Math.multiplyExact(left, right);
                case "//" -> Math.floorDivExact(left, right);
                case "%" -> Math.floorMod(left, right);
                case "**" -> Math.powExact(left, Math.toIntExact(right));
                default -> throw new AssertionError("no operator: " + operator);
            };
        } catch (ArithmeticException e) {
            throw new TemplateException(
                    "cannot compute " + left + " " + operator + " " + right + " in 64 bits: " + e.getMessage());
        }
    }

    private static double real(double left, String operator, double right) {
        if (right == 0 && "//%".contains(operator)) {
            throw new TemplateException("cannot divide by zero: " + left + " " + operator + " " + right);
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - right * Math.floor(left / right);
            case "**" -> Math.pow(left, right);
            default -> throw new AssertionError("no operator: " + operator);
        };
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Real || value instanceof Value.Bool;
    }

    static double number(Value value) {
        return value instanceof Value.Real(double real) ? real : integer(value);
    }

    static long integer(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Bool(boolean flag) -> flag ? 1 : 0;
            case Value.Real _,
                    Text _,
                    Value.None _,
                    Value.Undefined _,
                    Value.Sequence _,
                    Value.Mapping _,
                    Value.Namespace _ -> throw new TemplateException("expected an integer, found " + value.kind());
        };
    }

    /** The key of a dictionary. */
    static String key(Value value) {
        if (value instanceof Text text) {
            return text.characters();
        }
        throw new TemplateException("the keys of a dictionary must be strings, not " + value.kind());
    }

    boolean compare(Value left, String operator, Value right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            case ">=" -> order(left, right) >= 0;
            default -> throw new AssertionError("no operator: " + operator);
        };
    }

    boolean equal(Value left, Value right) {
        budget.charge(1);
        if (isNumber(left) && isNumber(right)) {
            return number(left) == number(right);
        }
        return switch (left) {
            case Text first ->
                right instanceof Text second && first.characters().equals(second.characters());
            case Value.Sequence(List<Value> first, int _) ->
                right instanceof Value.Sequence(List<Value> second, int _) && equal(first, second);
            case Value.Mapping(Map<String, Value> first, int _) ->
                right instanceof Value.Mapping(Map<String, Value> second, int _)
                        && first.keySet().equals(second.keySet())
                        && equal(
                                List.copyOf(first.values()),
                                first.keySet().stream().map(second::get).toList());
            case Value.None _ -> right instanceof Value.None;
            case Value.Undefined _ -> right instanceof Value.Undefined;
            case Value.Namespace namespace -> namespace == right;
            case Value.Whole _, Value.Real _, Value.Bool _ -> false;
        };
    }

    private boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean contains(Value container, Value item) {
        return switch (container) {
            case Text text
            when item instanceof Text part -> {
                budget.charge(text.characters().length());
                yield text.characters().contains(part.characters());
            }
            case Value.Mapping(Map<String, Value> entries, int _) ->
                item instanceof Text key && entries.containsKey(key.characters());
            case Value.Sequence(List<Value> items, int _) -> items.stream().anyMatch(other -> equal(other, item));
            case Value.Undefined _ -> false;
            case Text _, Value.Whole _, Value.Real _, Value.Bool _, Value.None _, Value.Namespace _ ->
                throw new TemplateException("cannot look for " + item.kind() + " in " + container.kind());
        };
    }

    int order(Value left, Value right) {
        budget.charge(1);
        if (isNumber(left) && isNumber(right)) {
            return Double.compare(number(left), number(right));
        }
        if (left instanceof Text first && right instanceof Text second) {
            return first.characters().compareTo(second.characters());
        }
        throw new TemplateException("cannot order " + left.kind() + " and " + right.kind());
    }
}
