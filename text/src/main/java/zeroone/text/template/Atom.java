package zeroone.text.template;

/** Names and numbers: the expressions of one token. */
final class Atom {
    private Atom() {}

    static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Constant(new Value.Bool(true));
            case "false", "False" -> new Expression.Constant(new Value.Bool(false));
            case "none", "None" -> new Expression.Constant(new Value.None());
            default -> new Expression.Name(name);
        };
    }

    static Value integer(Token token) {
        try {
            return new Value.Whole(Long.parseLong(token.text()));
        } catch (NumberFormatException e) {
            throw new TemplateException("an integer must be below 2^63: " + token.text()).at(token.line());
        }
    }
}
