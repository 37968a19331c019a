package zeroone.text.template;

import java.util.List;
import java.util.Optional;

/** A statement of a template; each knows the line it begins on. */
sealed interface Node {
    int line();

    record Literal(String text, int line) implements Node {}

    record Output(Expression value, int line) implements Node {}

    record If(List<Branch> branches, List<Node> otherwise, int line) implements Node {}

    record Branch(Expression condition, List<Node> body) {}

    record For(
            List<String> names,
            Expression items,
            Optional<Expression> condition,
            List<Node> body,
            List<Node> otherwise,
            int line)
            implements Node {}

    record Set(List<String> names, Expression value, int line) implements Node {}

    /** {@code set target.attribute = value}, for namespaces. */
    record SetAttribute(String target, String attribute, Expression value, int line) implements Node {}

    /** {@code set name}…{@code endset}: the name stands for the text in between. */
    record Capture(String name, List<Node> body, int line) implements Node {}

    record Break(int line) implements Node {}

    record Continue(int line) implements Node {}
}
