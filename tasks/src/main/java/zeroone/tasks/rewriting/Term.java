package zeroone.tasks.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter, or an operation applied to terms. In equations letters stand for any term; in what is to be proved they are
 * fixed.
 */
sealed interface Term {
    /** Which number of operands make an operation: S and i have one, + and * two, 0, 1 and e none. */
    final class Operation implements Term {
        private final char symbol;
        private final List<Term> operands;
        /** Kept, since proofs compare terms all the time, most of which differ. */
        private final int hash;

        Operation(char symbol, List<Term> operands) {
            this.symbol = symbol;
            this.operands = List.copyOf(operands);
            int hash = symbol;
            for (int i = 0; i < operands.size(); i++) {
                hash = 31 * hash + operands.get(i).hashCode();
            }
            this.hash = hash;
        }

        char symbol() {
            return symbol;
        }

        List<Term> operands() {
            return operands;
        }

        boolean sameSymbol(Operation other) {
            return symbol == other.symbol && operands.size() == other.operands.size();
        }

        @Override
        public boolean equals(@Nullable Object object) {
            if (this == object) {
                return true;
            }
            if (!(object instanceof Operation other) || hash != other.hash || !sameSymbol(other)) {
                return false;
            }
            for (int i = 0; i < operands.size(); i++) {
                if (!operands.get(i).equals(other.operands.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** One of a to d or u to z. */
    record Letter(char name) implements Term {}

    static Term of(char symbol, Term... operands) {
        return new Operation(symbol, List.of(operands));
    }

    default int size() {
        return switch (this) {
            case Letter _ -> 1;
            case Operation operation -> {
                int size = 1;
                for (Term operand : operation.operands) {
                    size += operand.size();
                }
                yield size;
            }
        };
    }

    /** Extends what letters of this pattern stand for so that it becomes the term; false if that cannot be. */
    default boolean match(Term term, Bindings letters) {
        return switch (this) {
            case Letter(char name) -> {
                Optional<Term> before = letters.of(name);
                if (before.isEmpty()) {
                    letters.bind(name, term);
                }
                yield before.isEmpty() || before.get().equals(term);
            }
            case Operation operation -> {
                if (!(term instanceof Operation given) || !operation.sameSymbol(given)) {
                    yield false;
                }
                for (int i = 0; i < given.operands.size(); i++) {
                    if (!operation.operands.get(i).match(given.operands.get(i), letters)) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }

    /** The term with its letters replaced; all of them must be given. */
    default Term replaced(Bindings letters) {
        return switch (this) {
            case Letter(char name) -> letters.of(name).orElse(this);
            case Operation operation -> {
                List<Term> replaced = new ArrayList<>();
                for (Term operand : operation.operands) {
                    replaced.add(operand.replaced(letters));
                }
                yield new Operation(operation.symbol, replaced);
            }
        };
    }

    /** The term with one operand exchanged. */
    static Term exchanged(Operation operation, int index, Term operand) {
        List<Term> operands = new ArrayList<>(operation.operands());
        operands.set(index, operand);
        return new Operation(operation.symbol(), operands);
    }

    /** As it is written: compound operands of + and * in brackets. */
    default String text() {
        return switch (this) {
            case Letter(char name) -> String.valueOf(name);
            case Operation operation ->
                switch (operation.operands.size()) {
                    case 0 -> String.valueOf(operation.symbol);
                    case 1 ->
                        operation.symbol + "(" + operation.operands.getFirst().text() + ")";
                    default ->
                        operation.operands.get(0).bracketed() + " " + operation.symbol + " "
                                + operation.operands.get(1).bracketed();
                };
        };
    }

    private String bracketed() {
        return this instanceof Operation operation && operation.operands.size() == 2 ? "(" + text() + ")" : text();
    }
}
