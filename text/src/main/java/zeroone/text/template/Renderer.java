package zeroone.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out the statements of one rendering. */
final class Renderer {
    /** A turn makes a scope and the {@code loop} variable. */
    private static final long TURN_OF_LOOP = 50;

    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    private final Budget budget = new Budget();
    private final Evaluator evaluator = new Evaluator(budget);

    private Renderer() {}

    static Text render(List<Node> nodes, Map<String, Value> variables) {
        TextBuilder output = new TextBuilder();
        new Renderer().run(nodes, Scope.of(variables), output);
        return output.build();
    }

    private Flow run(List<Node> nodes, Scope scope, TextBuilder output) {
        for (Node node : nodes) {
            Flow flow;
            try {
                budget.charge(1);
                flow = run(node, scope, output);
            } catch (TemplateException e) {
                throw e.at(node.line());
            }
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow run(Node node, Scope scope, TextBuilder output) {
        switch (node) {
            case Node.Literal literal -> output.append(literal.text());
            case Node.Output(Expression value, int _) -> output.append(Display.text(evaluator.evaluate(value, scope)));
            case Node.If condition -> {
                return condition(condition, scope, output);
            }
            case Node.For loop -> {
                return loop(loop, scope, output);
            }
            case Node.Set(List<String> names, Expression value, int _) ->
                assign(names, evaluator.evaluate(value, scope), scope);
            case Node.SetAttribute set -> {
                if (!(scope.get(set.target()) instanceof Value.Namespace(Map<String, Value> attributes))) {
                    throw new TemplateException("only attributes of a namespace can be set: " + set.target() + " is "
                            + scope.get(set.target()).kind());
                }
                attributes.put(set.attribute(), evaluator.evaluate(set.value(), scope));
            }
            case Node.Capture(String name, List<Node> body, int _) -> {
                TextBuilder captured = new TextBuilder();
                Flow flow = run(body, scope.inner(), captured);
                scope.set(name, budget.charge(captured.build()));
                return flow;
            }
            case Node.Break _ -> {
                return Flow.BREAK;
            }
            case Node.Continue _ -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.NEXT;
    }

    private Flow condition(Node.If node, Scope scope, TextBuilder output) {
        for (Node.Branch branch : node.branches()) {
            if (evaluator.evaluate(branch.condition(), scope).isTrue()) {
                return run(branch.body(), scope, output);
            }
        }
        return run(node.otherwise(), scope, output);
    }

    private Flow loop(Node.For node, Scope scope, TextBuilder output) {
        List<Value> items = new ArrayList<>();
        for (Value item : Sequences.items(evaluator.evaluate(node.items(), scope))) {
            budget.charge(TURN_OF_LOOP);
            Scope inner = scope.inner();
            assign(node.names(), item, inner);
            if (node.condition().isEmpty()
                    || evaluator.evaluate(node.condition().get(), inner).isTrue()) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            return run(node.otherwise(), scope, output);
        }
        for (int i = 0; i < items.size(); i++) {
            Scope inner = scope.inner();
            inner.set("loop", position(items, i));
            assign(node.names(), items.get(i), inner);
            if (run(node.body(), inner, output) == Flow.BREAK) {
                break;
            }
        }
        return Flow.NEXT;
    }

    private static Value position(List<Value> items, int index) {
        Map<String, Value> loop = new LinkedHashMap<>();
        loop.put("index", new Value.Whole(index + 1));
        loop.put("index0", new Value.Whole(index));
        loop.put("revindex", new Value.Whole(items.size() - index));
        loop.put("revindex0", new Value.Whole(items.size() - index - 1));
        loop.put("first", new Value.Bool(index == 0));
        loop.put("last", new Value.Bool(index == items.size() - 1));
        loop.put("length", new Value.Whole(items.size()));
        if (index > 0) {
            loop.put("previtem", items.get(index - 1));
        }
        if (index + 1 < items.size()) {
            loop.put("nextitem", items.get(index + 1));
        }
        return Value.Mapping.of(loop);
    }

    private static void assign(List<String> names, Value value, Scope scope) {
        if (names.size() == 1) {
            scope.set(names.getFirst(), value);
            return;
        }
        List<Value> parts = Sequences.items(value);
        if (parts.size() != names.size()) {
            throw new TemplateException(
                    "cannot give " + parts.size() + " values to " + names.size() + " names: " + names);
        }
        for (int i = 0; i < parts.size(); i++) {
            scope.set(names.get(i), parts.get(i));
        }
    }
}
