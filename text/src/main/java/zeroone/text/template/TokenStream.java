package zeroone.text.template;

import java.util.List;
import zeroone.text.template.Token.Kind;

/** The tokens of a template, read from the front. */
final class TokenStream {
    private final List<Token> tokens;
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    boolean skipOperator(String operator) {
        boolean found = peek().isOperator(operator);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = peek().isName(name);
        if (found) {
            next();
        }
        return found;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    Token expect(Kind kind, String what) {
        if (!peek().is(kind)) {
            throw unexpected(what);
        }
        return next();
    }

    TemplateException unexpected(String expected) {
        return new TemplateException("expected " + expected + ", found '" + peek().text() + "'").at(peek().line());
    }
}
