package zeroone.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zeroone.text.template.Expression.Arguments;
import zeroone.text.template.Token.Kind;

/** Reads expressions by operator precedence (Pratt, 1973), with the precedences of Jinja. */
final class ExpressionParser {
    /** Operands, operators, attributes, filters: bounds the depth of the tree, and so of every recursion over it. */
    private static final int LARGEST_EXPRESSION = 1000;

    private static final int DEEPEST_NESTING = 100;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final Map<String, Integer> ARITHMETIC =
            Map.of("+", 5, "-", 5, "~", 6, "*", 7, "/", 7, "//", 7, "%", 7, "**", 8);
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> TESTS_WITH_OPERAND =
            Set.of("divisibleby", "in", "eq", "equalto", "ne", "sameas", "lt", "le", "gt", "ge");

    private final TokenStream tokens;
    private int size;
    private int nesting;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** One whole expression, with {@code if … else} and, without parentheses, tuples. */
    Expression parse() {
        size = 0;
        nesting = 0;
        Expression first = conditional();
        return tokens.peek().isOperator(",") ? tuple(first) : first;
    }

    /** One expression that a name or keyword may follow: no tuple, no {@code if}. */
    Expression parsePlain() {
        size = 0;
        nesting = 0;
        return binary(0);
    }

    private Expression conditional() {
        Expression value = binary(0);
        while (tokens.skipName("if")) {
            grow();
            Expression condition = binary(0);
            Expression otherwise = tokens.skipName("else")
                    ? conditional()
                    : new Expression.Constant(new Value.Undefined("the missing else of a condition"));
            value = new Expression.Conditional(condition, value, otherwise);
        }
        return value;
    }

    private Expression binary(int weakest) {
        enter();
        Expression left = prefix();
        while (true) {
            grow();
            Token token = tokens.peek();
            if (token.isName("or") && OR >= weakest) {
                tokens.next();
                left = new Expression.Or(left, binary(OR + 1));
            } else if (token.isName("and") && AND >= weakest) {
                tokens.next();
                left = new Expression.And(left, binary(AND + 1));
            } else if (COMPARISON >= weakest && isComparison()) {
                left = comparison(left);
            } else if (token.is(Kind.OPERATOR) && ARITHMETIC.getOrDefault(token.text(), -1) >= Math.max(weakest, 0)) {
                tokens.next();
                left = new Expression.Arithmetic(
                        left, token.text(), binary(ARITHMETIC.getOrDefault(token.text(), 0) + 1));
            } else {
                nesting--;
                return left;
            }
        }
    }

    private boolean isComparison() {
        Token token = tokens.peek();
        return (token.is(Kind.OPERATOR) && COMPARISONS.contains(token.text()))
                || token.isName("in")
                || (token.isName("not") && tokens.peekSecond().isName("in"));
    }

    private Expression comparison(Expression first) {
        List<Expression.Link> links = new ArrayList<>();
        while (isComparison()) {
            String operator = tokens.next().text();
            if (operator.equals("not")) {
                tokens.expectName("in");
                operator = "not in";
            }
            links.add(new Expression.Link(operator, binary(COMPARISON + 1)));
        }
        return new Expression.Comparison(first, List.copyOf(links));
    }

    private Expression prefix() {
        if (tokens.skipName("not")) {
            return new Expression.Not(binary(NOT));
        }
        return filters(postfix(signed()));
    }

    private Expression signed() {
        if (tokens.peek().isOperator("-") || tokens.peek().isOperator("+")) {
            enter();
            boolean negative = tokens.next().text().equals("-");
            Expression operand = postfix(signed());
            nesting--;
            return negative ? new Expression.Negate(operand) : operand;
        }
        return primary();
    }

    private Expression primary() {
        grow();
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> Atom.name(token.text());
            case STRING -> {
                StringBuilder text = new StringBuilder(token.text());
                while (tokens.peek().is(Kind.STRING)) {
                    text.append(tokens.next().text());
                }
                yield new Expression.Constant(Text.ofTemplate(text.toString()));
            }
            case INTEGER -> new Expression.Constant(Atom.integer(token));
            case FLOAT -> new Expression.Constant(new Value.Real(Double.parseDouble(token.text())));
            case OPERATOR ->
                switch (token.text()) {
                    case "(" -> parenthesised();
                    case "[" -> new Expression.ListLiteral(items("]"));
                    case "{" -> dictionary();
                    default -> throw notAnExpression(token);
                };
            case LITERAL, OUTPUT_BEGIN, OUTPUT_END, TAG_BEGIN, TAG_END, END -> throw notAnExpression(token);
        };
    }

    private static TemplateException notAnExpression(Token token) {
        return new TemplateException("expected an expression, found '" + token.text() + "'").at(token.line());
    }

    private Expression parenthesised() {
        if (tokens.skipOperator(")")) {
            return new Expression.ListLiteral(List.of());
        }
        Expression first = conditional();
        Expression value = tokens.peek().isOperator(",") ? tuple(first) : first;
        tokens.expectOperator(")");
        return value;
    }

    private Expression tuple(Expression first) {
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",") && !tokens.peek().isOperator(")")) {
            items.add(conditional());
        }
        return new Expression.ListLiteral(List.copyOf(items));
    }

    private List<Expression> items(String end) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.skipOperator(end)) {
            items.add(conditional());
            if (!tokens.peek().isOperator(end)) {
                tokens.expectOperator(",");
            }
        }
        return List.copyOf(items);
    }

    private Expression dictionary() {
        List<Expression.Entry> entries = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            Expression key = conditional();
            tokens.expectOperator(":");
            entries.add(new Expression.Entry(key, conditional()));
            if (!tokens.peek().isOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new Expression.DictionaryLiteral(List.copyOf(entries));
    }

    private Expression postfix(Expression target) {
        Expression value = target;
        while (true) {
            grow();
            if (tokens.skipOperator(".")) {
                Token name = tokens.next();
                value = switch (name.kind()) {
                    case NAME -> new Expression.Attribute(value, name.text());
                    case INTEGER -> new Expression.Subscript(value, new Expression.Constant(Atom.integer(name)));
                    case LITERAL, OUTPUT_BEGIN, OUTPUT_END, TAG_BEGIN, TAG_END, STRING, FLOAT, OPERATOR, END ->
                        throw new TemplateException("expected a name after '.', found '" + name.text() + "'")
                                .at(name.line());
                };
            } else if (tokens.skipOperator("[")) {
                value = subscript(value);
            } else if (tokens.peek().isOperator("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    private Expression subscript(Expression target) {
        Optional<Expression> begin = slicePart();
        if (!tokens.peek().isOperator(":")) {
            tokens.expectOperator("]");
            return new Expression.Subscript(target, begin.orElseThrow(() -> tokens.unexpected("an index")));
        }
        tokens.next();
        Optional<Expression> end = slicePart();
        Optional<Expression> step = tokens.skipOperator(":") ? slicePart() : Optional.empty();
        tokens.expectOperator("]");
        return new Expression.Slice(target, begin, end, step);
    }

    private Optional<Expression> slicePart() {
        boolean absent = tokens.peek().isOperator(":") || tokens.peek().isOperator("]");
        return absent ? Optional.empty() : Optional.of(conditional());
    }

    private Expression filters(Expression target) {
        Expression value = target;
        while (true) {
            grow();
            if (tokens.skipOperator("|")) {
                String name = tokens.expect(Kind.NAME, "the name of a filter").text();
                value = new Expression.Filter(value, name, optionalArguments());
            } else if (tokens.skipName("is")) {
                boolean negated = tokens.skipName("not");
                String name = tokens.expect(Kind.NAME, "the name of a test").text();
                boolean bare =
                        TESTS_WITH_OPERAND.contains(name) && !tokens.peek().isOperator("(");
                Arguments arguments = bare ? new Arguments(List.of(postfix(signed())), Map.of()) : optionalArguments();
                Expression test = new Expression.Test(value, name, arguments);
                value = negated ? new Expression.Not(test) : test;
            } else if (tokens.peek().isOperator("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    private Arguments optionalArguments() {
        return tokens.peek().isOperator("(") ? arguments() : Arguments.NONE;
    }

    private Arguments arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.skipOperator(")")) {
            if (tokens.peek().is(Kind.NAME) && tokens.peekSecond().isOperator("=")) {
                String name = tokens.next().text();
                tokens.next();
                named.put(name, conditional());
            } else {
                positional.add(conditional());
            }
            if (!tokens.peek().isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return new Arguments(List.copyOf(positional), named);
    }

    private void grow() {
        if (++size > LARGEST_EXPRESSION) {
            throw tooLarge();
        }
    }

    private void enter() {
        if (++nesting > DEEPEST_NESTING) {
            throw tooLarge();
        }
    }

    private TemplateException tooLarge() {
        return new TemplateException("an expression is too large: split it with {% set %}")
                .at(tokens.peek().line());
    }
}
