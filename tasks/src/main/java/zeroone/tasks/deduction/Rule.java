package zeroone.tasks.deduction;

/** The rules of natural deduction. */
enum Rule {
    PREMISE("premise"),
    ASSUME("assume"),
    REPEAT("rep"),
    AND_INTRODUCTION("&i"),
    AND_ELIMINATION("&e"),
    OR_INTRODUCTION("vi"),
    OR_ELIMINATION("ve"),
    IMPLIES_INTRODUCTION("->i"),
    IMPLIES_ELIMINATION("->e"),
    NOT_INTRODUCTION("~i"),
    NOT_ELIMINATION("~e"),
    FALSITY_ELIMINATION("#e"),
    DOUBLE_NEGATION("~~e");

    private final String symbol;

    Rule(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    static Rule named(String symbol) throws MalformedProof {
        for (Rule rule : values()) {
            if (rule.symbol.equals(symbol)) {
                return rule;
            }
        }
        throw new MalformedProof("has the rule \"" + symbol + "\", which there is not");
    }
}
