package zeroone.tasks.arithmetic;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Work out 3+4*(5-2)." Worked from the inside out.
 *
 * @param level part of the name
 * @param operations how many operations a sum has, 1 to 40
 * @param largest the largest number drawn, 2 to 1000
 */
record ArithmeticChain(String level, int operations, int largest) implements Exercise<Formula> {
    ArithmeticChain {
        if (operations < 1 || operations > 40 || largest < 2 || largest > 1000) {
            throw new IllegalArgumentException("a chain must have 1 to 40 operations on numbers up to 2 to 1000: "
                    + operations + " operations, numbers up to " + largest);
        }
    }

    @Override
    public String name() {
        return "arithmetic-" + level;
    }

    @Override
    public Formula draw(RandomGenerator random) {
        while (true) {
            Formula formula = Formula.draw(operations, largest, random);
            if (formula.value().signum() != 0) {
                return formula;
            }
        }
    }

    @Override
    public ObjectNode data(Formula formula) {
        return Fields.empty().put("expression", formula.text());
    }

    @Override
    public Formula read(ObjectNode data) {
        return FormulaReader.read(Fields.text(data, "expression"));
    }

    @Override
    public String id(Formula formula) {
        return formula.text();
    }

    @Override
    public String prompt(Formula formula) {
        return "Work out " + formula.text() + ". Multiplication and division come before addition and subtraction."
                + " Answer with the whole number only.";
    }

    @Override
    public Verdict judge(Formula formula, String answer) {
        Optional<BigInteger> given = Rational.readWhole(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not one whole number in plain digits");
        }
        return given.get().equals(formula.value())
                ? Verdict.CORRECT
                : Verdict.incorrect(given.get() + " is not the value");
    }

    @Override
    public String work(Formula formula, Notes notes) {
        return value(formula, notes).toString();
    }

    private static Rational value(Formula formula, Notes notes) {
        return switch (formula) {
            case Formula.Number(BigInteger value) -> Rational.of(value);
            case Formula.Operation(Formula left, char operator, Formula right, BigInteger _) -> {
                Rational first = value(left, notes);
                Rational second = value(right, notes);
                // A slip may have made a divisor zero; what cannot be divided is left as it is.
                char possible = operator == '/' && second.isZero() ? '+' : operator;
                yield notes.step(bracketed(first) + possible + bracketed(second), apply(first, possible, second));
            }
        };
    }

    private static Rational apply(Rational left, char operator, Rational right) {
        return switch (operator) {
            case '+' -> left.plus(right);
            case '-' -> left.minus(right);
            case '*' -> left.times(right);
            default -> left.over(right);
        };
    }

    private static String bracketed(Rational number) {
        return number.signum() < 0 || !number.isWhole() ? "(" + number + ")" : number.toString();
    }

    @Override
    public String guess(Formula formula, RandomGenerator random) {
        return formula.value().add(BigInteger.valueOf(random.nextInt(-20, 21))).toString();
    }

    @Override
    public Map<String, Integer> axes(Formula formula) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("operations", formula.operations());
        axes.put("depth", formula.depth());
        return axes;
    }
}
