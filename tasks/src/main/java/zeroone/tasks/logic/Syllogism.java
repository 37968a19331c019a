package zeroone.tasks.logic;

import java.util.List;

/**
 * Premises about kinds of things, which may have no members, and a conclusion.
 *
 * @param kinds how many kinds there are, 2 to 5
 */
record Syllogism(int kinds, List<Statement> premises, Statement conclusion) {
    /** What the premises say of the conclusion. */
    enum Outcome {
        FOLLOWS,
        CONTRADICTED,
        OPEN
    }

    Syllogism {
        premises = List.copyOf(premises);
        for (Statement premise : premises) {
            inRange(premise, kinds);
        }
        inRange(conclusion, kinds);
        if (!consistent(kinds, premises)) {
            throw new IllegalArgumentException("the premises must not contradict each other: "
                    + premises.stream().map(Statement::code).toList());
        }
    }

    private static void inRange(Statement statement, int kinds) {
        if (statement.subject() >= kinds || statement.predicate() >= kinds) {
            throw new IllegalArgumentException("kinds are numbered from 0 to " + (kinds - 1) + ": " + statement.code());
        }
    }

    /**
     * Exact, since a world is the set of types that have members: universal premises forbid types, particular ones need a
     * member of some type that is not forbidden, and members of other types do no harm.
     */
    Outcome outcome() {
        if (!consistent(kinds, with(conclusion.negation()))) {
            return Outcome.FOLLOWS;
        }
        return consistent(kinds, with(conclusion)) ? Outcome.OPEN : Outcome.CONTRADICTED;
    }

    private List<Statement> with(Statement more) {
        return java.util.stream.Stream.concat(premises.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    static boolean consistent(int kinds, List<Statement> statements) {
        int allowed = allowed(kinds, statements);
        return statements.stream()
                .filter(statement -> !statement.universal())
                .allMatch(statement -> (statement.types(kinds) & allowed) != 0);
    }

    /** The types that no universal statement forbids. */
    private static int allowed(int kinds, List<Statement> statements) {
        int forbidden = 0;
        for (Statement statement : statements) {
            forbidden |= statement.universal() ? statement.types(kinds) : 0;
        }
        return ~forbidden;
    }
}
