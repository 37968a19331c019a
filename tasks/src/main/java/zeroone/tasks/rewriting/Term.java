package zeroone.tasks.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A letter, or an operation applied to terms. In equations letters stand for any term; in what is to be proved they are
 * fixed.
 */
sealed interface Term {
    /** Which number of operands make an operation: S and i have one, + and * two, 0, 1 and e none. */
    record Operation(char symbol, List<Term> operands) implements Term {
        public Operation {
            operands = List.copyOf(operands);
        }

        /** Without iterators: proofs compare terms all the time. */
        @Override
        public boolean equals(Object object) {
            if (this == object) {
                return true;
            }
            if (!(object instanceof Operation(char other, List<Term> others))
                    || symbol != other
                    || operands.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < operands.size(); i++) {
                if (!operands.get(i).equals(others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return 31 * symbol + operands.hashCode();
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
            case Operation(char _, List<Term> operands) -> {
                int size = 1;
                for (Term operand : operands) {
                    size += operand.size();
                }
                yield size;
            }
        };
    }

    /** Extends what letters of this pattern stand for so that it becomes the term; false if that cannot be. */
    default boolean match(Term term, Map<Character, Term> letters) {
        return switch (this) {
            case Letter(char name) -> {
                Term before = letters.putIfAbsent(name, term);
                yield before == null || before.equals(term);
            }
            case Operation(char symbol, List<Term> operands) -> {
                if (!(term instanceof Operation(char other, List<Term> given))
                        || symbol != other
                        || operands.size() != given.size()) {
                    yield false;
                }
                for (int i = 0; i < operands.size(); i++) {
                    if (!operands.get(i).match(given.get(i), letters)) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }

    /** The term with its letters replaced; all of them must be given. */
    default Term replaced(Map<Character, Term> letters) {
        return switch (this) {
            case Letter(char name) -> Optional.ofNullable(letters.get(name)).orElse(this);
            case Operation(char symbol, List<Term> operands) -> {
                List<Term> replaced = new ArrayList<>();
                for (Term operand : operands) {
                    replaced.add(operand.replaced(letters));
                }
                yield new Operation(symbol, replaced);
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
            case Operation(char symbol, List<Term> operands) ->
                switch (operands.size()) {
                    case 0 -> String.valueOf(symbol);
                    case 1 -> symbol + "(" + operands.getFirst().text() + ")";
                    default ->
                        operands.get(0).bracketed() + " " + symbol + " "
                                + operands.get(1).bracketed();
                };
        };
    }

    private String bracketed() {
        return this instanceof Operation(char _, List<Term> operands) && operands.size() == 2
                ? "(" + text() + ")"
                : text();
    }
}
