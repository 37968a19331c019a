package zeroone.text.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template computes a value from. */
sealed interface Expression {
    record Constant(Value value) implements Expression {}

    record Name(String name) implements Expression {}

    record ListLiteral(List<Expression> items) implements Expression {}

    record DictionaryLiteral(List<Entry> entries) implements Expression {}

    record Entry(Expression key, Expression value) {}

    /** {@code target.name} */
    record Attribute(Expression target, String name) implements Expression {}

    /** {@code target[index]} */
    record Subscript(Expression target, Expression index) implements Expression {}

    /** {@code target[begin:end:step]} */
    record Slice(Expression target, Optional<Expression> begin, Optional<Expression> end, Optional<Expression> step)
            implements Expression {}

    record Call(Expression callee, Arguments arguments) implements Expression {}

    /** {@code target | name(arguments)} */
    record Filter(Expression target, String name, Arguments arguments) implements Expression {}

    /** {@code target is name(arguments)} */
    record Test(Expression target, String name, Arguments arguments) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record Negate(Expression operand) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Arithmetic(Expression left, String operator, Expression right) implements Expression {}

    /** {@code first < second <= third}: every neighbouring pair must hold. */
    record Comparison(Expression first, List<Link> links) implements Expression {}

    record Link(String operator, Expression operand) {}

    /** {@code then if condition else otherwise} */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record Arguments(List<Expression> positional, Map<String, Expression> named) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
