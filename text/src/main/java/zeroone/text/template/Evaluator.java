package zeroone.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zeroone.text.template.Expression.Arguments;

/** Computes the value of an expression. Values are never read as template again. */
final class Evaluator {
    private final Budget budget;
    private final Operators operators;

    Evaluator(Budget budget) {
        this.budget = budget;
        this.operators = new Operators(budget);
    }

    Value evaluate(Expression expression, Scope scope) {
        return budget.charge(value(expression, scope));
    }

    private Value value(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Constant(Value value) -> value;
            case Expression.Name(String name) -> scope.get(name);
            case Expression.ListLiteral(List<Expression> items) -> Value.Sequence.of(evaluate(items, scope));
            case Expression.DictionaryLiteral(List<Expression.Entry> entries) -> {
                Map<String, Value> values = new LinkedHashMap<>();
                for (Expression.Entry entry : entries) {
                    values.put(Operators.key(evaluate(entry.key(), scope)), evaluate(entry.value(), scope));
                }
                yield Value.Mapping.of(values);
            }
            case Expression.Attribute(Expression target, String name) -> attribute(evaluate(target, scope), name);
            case Expression.Subscript(Expression target, Expression index) ->
                Sequences.at(evaluate(target, scope), evaluate(index, scope));
            case Expression.Slice slice ->
                Sequences.slice(
                        evaluate(slice.target(), scope),
                        evaluate(slice.begin(), scope),
                        evaluate(slice.end(), scope),
                        evaluate(slice.step(), scope));
            case Expression.Call(Expression callee, Arguments arguments) ->
                call(callee, values(arguments, scope), scope);
            case Expression.Filter(Expression target, String name, Arguments arguments) ->
                new Filters(operators).apply(name, evaluate(target, scope), values(arguments, scope));
            case Expression.Test(Expression target, String name, Arguments arguments) ->
                new Value.Bool(new TypeTests(operators).holds(name, evaluate(target, scope), values(arguments, scope)));
            case Expression.Not(Expression operand) ->
                new Value.Bool(!evaluate(operand, scope).isTrue());
            case Expression.Negate(Expression operand) ->
                operators.arithmetic(new Value.Whole(0), "-", evaluate(operand, scope));
            case Expression.And(Expression left, Expression right) -> {
                Value first = evaluate(left, scope);
                yield first.isTrue() ? evaluate(right, scope) : first;
            }
            case Expression.Or(Expression left, Expression right) -> {
                Value first = evaluate(left, scope);
                yield first.isTrue() ? first : evaluate(right, scope);
            }
            case Expression.Arithmetic(Expression left, String operator, Expression right) ->
                operators.arithmetic(evaluate(left, scope), operator, evaluate(right, scope));
            case Expression.Comparison(Expression first, List<Expression.Link> links) ->
                new Value.Bool(comparison(evaluate(first, scope), links, scope));
            case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
                evaluate(evaluate(condition, scope).isTrue() ? then : otherwise, scope);
        };
    }

    private boolean comparison(Value first, List<Expression.Link> links, Scope scope) {
        Value left = first;
        for (Expression.Link link : links) {
            Value right = evaluate(link.operand(), scope);
            if (!operators.compare(left, link.operator(), right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private List<Value> evaluate(List<Expression> expressions, Scope scope) {
        List<Value> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(evaluate(expression, scope));
        }
        return values;
    }

    private Optional<Value> evaluate(Optional<Expression> expression, Scope scope) {
        return expression.map(present -> evaluate(present, scope));
    }

    private CallArguments values(Arguments arguments, Scope scope) {
        Map<String, Value> named = new LinkedHashMap<>();
        arguments.named().forEach((name, value) -> named.put(name, evaluate(value, scope)));
        return new CallArguments(evaluate(arguments.positional(), scope), named);
    }

    private static Value attribute(Value target, String name) {
        return switch (target) {
            case Value.Mapping(Map<String, Value> entries, int _) ->
                entries.getOrDefault(name, new Value.Undefined(name));
            case Value.Namespace(Map<String, Value> attributes) ->
                attributes.getOrDefault(name, new Value.Undefined(name));
            case Value.Undefined(String missing) ->
                throw new TemplateException("'" + missing + "' is undefined, so it has no '" + name + "'");
            case Text _, Value.Whole _, Value.Real _, Value.Bool _, Value.None _, Value.Sequence _ ->
                new Value.Undefined(name);
        };
    }

    private Value call(Expression callee, CallArguments arguments, Scope scope) {
        return switch (callee) {
            case Expression.Attribute(Expression target, String name) ->
                new Methods(operators).call(evaluate(target, scope), name, arguments);
            case Expression.Name(String name) -> function(name, arguments, scope);
            default -> throw new TemplateException("only functions and methods can be called");
        };
    }

    private static Value function(String name, CallArguments arguments, Scope scope) {
        if (!(scope.get(name) instanceof Value.Undefined)) {
            throw new TemplateException("'" + name + "' is " + scope.get(name).kind() + " and cannot be called");
        }
        return switch (name) {
            case "namespace" -> new Value.Namespace(new LinkedHashMap<>(arguments.named()));
            case "dict" -> Value.Mapping.of(arguments.named());
            case "range" -> Sequences.range(arguments);
            case "raise_exception" ->
                throw new TemplateException("the template refuses this conversation: "
                        + Display.text(arguments.at(0, "message")).characters());
            default ->
                throw new TemplateException("'" + name + "' is undefined: namespace, dict, range and"
                        + " raise_exception are the functions there are");
        };
    }
}
