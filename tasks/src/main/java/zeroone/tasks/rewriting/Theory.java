package zeroone.tasks.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Equations that, used from left to right as long as possible, simplify terms. Those of natural numbers and groups are
 * complete in the sense of Knuth and Bendix (1970): equal terms end in the same form.
 */
enum Theory {
    /** Addition and multiplication of natural numbers, by recursion on the second operand. */
    PEANO(
            List.of("0"),
            "S",
            "+*",
            List.of("A1: x + 0 = x", "A2: x + S(y) = S(x + y)", "M1: x * 0 = 0", "M2: x * S(y) = (x * y) + x")),

    /** Groups, with the equations that completion adds to the axioms. */
    GROUP(
            List.of("e"),
            "i",
            "*",
            List.of(
                    "G1: e * x = x",
                    "G2: x * e = x",
                    "G3: i(x) * x = e",
                    "G4: x * i(x) = e",
                    "G5: (x * y) * z = x * (y * z)",
                    "G6: i(e) = e",
                    "G7: i(i(x)) = x",
                    "G8: i(x * y) = i(y) * i(x)",
                    "G9: i(x) * (x * y) = y",
                    "G10: x * (i(x) * y) = y")),

    /** Rings without subtraction, in which products need not commute: what multiplying out needs. */
    SEMIRING(
            List.of("0", "1"),
            "",
            "+*",
            List.of(
                    "R1: x + 0 = x",
                    "R2: 0 + x = x",
                    "R3: (x + y) + z = x + (y + z)",
                    "R4: x * 1 = x",
                    "R5: 1 * x = x",
                    "R6: (x * y) * z = x * (y * z)",
                    "R7: x * 0 = 0",
                    "R8: 0 * x = 0",
                    "R9: x * (y + z) = (x * y) + (x * z)",
                    "R10: (x + y) * z = (x * z) + (y * z)"));

    private static final int MOST_STEPS = 250;
    private static final int LARGEST_TERM = 150;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> constants;

    private final String unary;
    private final String binary;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList, of records
    private final List<Equation> equations;

    Theory(List<String> constants, String unary, String binary, List<String> equations) {
        this.constants = constants;
        this.unary = unary;
        this.binary = binary;
        this.equations = equations.stream().map(Theory::equation).toList();
    }

    private static Equation equation(String text) {
        String[] parts = text.split(": | = ", 3);
        try {
            return new Equation(parts[0], TermReader.read(parts[1]), TermReader.read(parts[2]));
        } catch (MalformedTerm broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    List<Equation> equations() {
        return equations;
    }

    Optional<Equation> named(String name) {
        for (Equation equation : equations) {
            if (equation.name().equals(name)) {
                return Optional.of(equation);
            }
        }
        return Optional.empty();
    }

    /** One use of an equation. */
    record Step(Equation equation, Term result) {}

    /** Whether a term is made of this theory's operations and constants. */
    boolean speaks(Term term) {
        return switch (term) {
            case Term.Letter _ -> true;
            case Term.Operation operation -> {
                List<Term> operands = operation.operands();
                boolean own = operands.isEmpty()
                        ? constants.contains(String.valueOf(operation.symbol()))
                        : (operands.size() == 1 ? unary : binary).indexOf(operation.symbol()) >= 0;
                for (Term operand : operands) {
                    own = own && speaks(operand);
                }
                yield own;
            }
        };
    }

    /** Simplifies a term as far as it goes; empty if it grows too large on the way. */
    Optional<List<Step>> normalised(Term term) {
        List<Step> steps = new ArrayList<>();
        Term current = term;
        while (true) {
            Optional<Step> next = next(current);
            if (next.isEmpty()) {
                return Optional.of(steps);
            }
            current = next.get().result();
            steps.add(next.get());
            if (steps.size() > MOST_STEPS || current.size() > LARGEST_TERM) {
                return Optional.empty();
            }
        }
    }

    private Optional<Step> next(Term term) {
        for (Equation equation : equations) {
            Optional<Term> result = equation.rewritten(term);
            if (result.isPresent()) {
                return Optional.of(new Step(equation, result.get()));
            }
        }
        return Optional.empty();
    }

    /** A term with so many operations and some letters. */
    Term draw(int operations, int letters, RandomGenerator random) {
        if (operations <= 0) {
            return random.nextInt(3) == 0
                    ? Term.of(constants.get(random.nextInt(constants.size())).charAt(0))
                    : new Term.Letter((char) ('a' + random.nextInt(letters)));
        }
        if (!unary.isEmpty() && random.nextInt(3) == 0) {
            return Term.of(unary.charAt(0), draw(operations - 1, letters, random));
        }
        int left = random.nextInt(operations);
        return Term.of(
                binary.charAt(random.nextInt(binary.length())),
                draw(left, letters, random),
                draw(operations - 1 - left, letters, random));
    }

    /** An equal term that is longer: an equation used from right to left somewhere, new letters standing for short terms. */
    Term complicated(Term term, int letters, RandomGenerator random) {
        if (term instanceof Term.Operation operation && !operation.operands().isEmpty() && random.nextInt(3) > 0) {
            int index = random.nextInt(operation.operands().size());
            return Term.exchanged(
                    operation, index, complicated(operation.operands().get(index), letters, random));
        }
        Equation equation = equations.get(random.nextInt(equations.size()));
        Bindings bound = new Bindings();
        if (!equation.right().match(term, bound)) {
            return term;
        }
        for (char letter : new char[] {'x', 'y', 'z'}) {
            Term drawn = draw(random.nextInt(2), letters, random);
            if (bound.of(letter).isEmpty()) {
                bound.bind(letter, drawn);
            }
        }
        return equation.left().replaced(bound);
    }
}
