package zeroone.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zeroone.text.template.Token.Kind;

/** Reads the statements of a template. */
final class StatementParser {
    private static final int DEEPEST_NESTING = 50;

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private int nesting;

    private StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    static List<Node> parse(String source) {
        StatementParser parser = new StatementParser(new TokenStream(Lexer.tokens(source)));
        List<Node> nodes = parser.body(Set.of());
        parser.tokens.expect(Kind.END, "the end of the template");
        return nodes;
    }

    /** Statements up to a tag that begins with one of the names, which is left unread. */
    private List<Node> body(Set<String> ends) {
        if (++nesting > DEEPEST_NESTING) {
            throw new TemplateException("blocks are nested more than " + DEEPEST_NESTING + " deep")
                    .at(tokens.peek().line());
        }
        List<Node> nodes = new ArrayList<>();
        while (!tokens.peek().is(Kind.END)
                && !(tokens.peek().is(Kind.TAG_BEGIN)
                        && ends.contains(tokens.peekSecond().text()))) {
            Token token = tokens.next();
            if (token.is(Kind.LITERAL)) {
                nodes.add(new Node.Literal(token.text(), token.line()));
            } else if (token.is(Kind.OUTPUT_BEGIN)) {
                nodes.add(new Node.Output(expressions.parse(), token.line()));
                tokens.expect(Kind.OUTPUT_END, "}}");
            } else {
                nodes.addAll(statement(token.line()));
            }
        }
        nesting--;
        return List.copyOf(nodes);
    }

    private List<Node> statement(int line) {
        String name = tokens.expect(Kind.NAME, "the name of a statement").text();
        return switch (name) {
            case "if" -> List.of(condition(line));
            case "for" -> List.of(loop(line));
            case "set" -> List.of(assignment(line));
            case "break" -> {
                endTag();
                yield List.of(new Node.Break(line));
            }
            case "continue" -> {
                endTag();
                yield List.of(new Node.Continue(line));
            }
            case "generation" -> {
                // Marks what the assistant says, for training masks; the text is the same.
                endTag();
                List<Node> body = body(Set.of("endgeneration"));
                end("endgeneration");
                yield body;
            }
            default ->
                throw new TemplateException(
                                "the statement '" + name + "' is not supported here: for, if, elif, else, set,"
                                        + " break, continue and generation are")
                        .at(line);
        };
    }

    private Node condition(int line) {
        List<Node.Branch> branches = new ArrayList<>();
        List<Node> otherwise = List.of();
        do {
            Expression condition = expressions.parse();
            endTag();
            branches.add(new Node.Branch(condition, body(Set.of("elif", "else", "endif"))));
        } while (beginsTag("elif"));
        if (beginsTag("else")) {
            endTag();
            otherwise = body(Set.of("endif"));
        }
        end("endif");
        return new Node.If(List.copyOf(branches), otherwise, line);
    }

    private Node loop(int line) {
        List<String> names = names();
        tokens.expectName("in");
        Expression items = expressions.parsePlain();
        Optional<Expression> condition = tokens.skipName("if") ? Optional.of(expressions.parse()) : Optional.empty();
        endTag();
        List<Node> body = body(Set.of("else", "endfor"));
        List<Node> otherwise = List.of();
        if (beginsTag("else")) {
            endTag();
            otherwise = body(Set.of("endfor"));
        }
        end("endfor");
        return new Node.For(names, items, condition, body, otherwise, line);
    }

    private Node assignment(int line) {
        List<String> names = names();
        if (tokens.skipOperator(".")) {
            String attribute =
                    tokens.expect(Kind.NAME, "the name of an attribute").text();
            tokens.expectOperator("=");
            Node node = new Node.SetAttribute(names.getFirst(), attribute, expressions.parse(), line);
            endTag();
            return node;
        }
        if (tokens.skipOperator("=")) {
            Node node = new Node.Set(names, expressions.parse(), line);
            endTag();
            return node;
        }
        endTag();
        List<Node> body = body(Set.of("endset"));
        end("endset");
        return new Node.Capture(names.getFirst(), body, line);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        boolean parenthesised = tokens.skipOperator("(");
        do {
            names.add(tokens.expect(Kind.NAME, "a name").text());
        } while (tokens.skipOperator(","));
        if (parenthesised) {
            tokens.expectOperator(")");
        }
        return List.copyOf(names);
    }

    /** Skips the beginning of a tag if it has this name. */
    private boolean beginsTag(String name) {
        boolean found = tokens.peek().is(Kind.TAG_BEGIN) && tokens.peekSecond().isName(name);
        if (found) {
            tokens.next();
            tokens.next();
        }
        return found;
    }

    private void end(String name) {
        if (!beginsTag(name)) {
            throw tokens.unexpected("{% " + name + " %}");
        }
        endTag();
    }

    private void endTag() {
        tokens.expect(Kind.TAG_END, "%}");
    }
}
