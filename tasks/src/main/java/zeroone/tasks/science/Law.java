package zeroone.tasks.science;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zeroone.tasks.exact.Arithmetic;
import zeroone.tasks.exact.Rational;

/**
 * A law of nature, or of units, as a kind of question.
 *
 * @param text the question; {@code {a}} is a quantity, {@code {a*b}} what is worked out from quantities
 * @param formula the right answer, from the quantities a to d
 * @param wrong what typical mistakes lead to, the most tempting first; more than three, since some give no good option
 * @param unit what stands behind the number of each option; may be empty
 */
record Law(String name, String text, List<Quantity> quantities, String formula, List<String> wrong, String unit) {
    static final int OPTIONS = 4;

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_BITS = 40;
    private static final Pattern OPERATOR = Pattern.compile("[-+*/^]");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    /** Where the listed mistakes do not give three different options: slips of a factor. */
    private static final List<String> SLIPS = List.of("(%s)*2", "(%s)/2", "(%s)*10", "(%s)/10", "(%s)*4", "(%s)*100");

    Law {
        quantities = List.copyOf(quantities);
        wrong = List.copyOf(wrong);
    }

    /**
     * @param quantities each as {@link Quantity#of} reads it, with ", " between
     * @param mistakes formulas with ", " between
     */
    static Law of(String name, String text, String quantities, String formula, String mistakes, String unit) {
        return new Law(
                name,
                text,
                Stream.of(quantities.split(", ", -1)).map(Quantity::of).toList(),
                formula,
                Stream.concat(
                                Stream.of(mistakes.split(", ", -1)),
                                SLIPS.stream().map(slip -> slip.replace("%s", formula)))
                        .toList(),
                unit);
    }

    /** Operations in the formula: what a person works out. */
    int operations() {
        return (int) OPERATOR.matcher(formula).results().count();
    }

    String question(List<Long> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> exact(place.group(1), values)
                        .flatMap(Law::decimal)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no number for " + place.group() + " in law " + name)));
    }

    /** A formula with the values put in, as {@link Arithmetic} reads it. */
    String sum(List<Long> values) {
        return sum(formula, values);
    }

    Rational answer(List<Long> values) {
        return exact(formula, values)
                .orElseThrow(() -> new IllegalArgumentException("law " + name + " has no answer for " + values));
    }

    /** The right answer and three wrong ones, all different and short decimals; empty if the values do not allow that. */
    Optional<List<Rational>> options(List<Long> values) {
        List<Rational> options = new ArrayList<>(List.of(answer(values)));
        for (String mistake : wrong) {
            if (options.size() == OPTIONS) {
                break;
            }
            exact(mistake, values)
                    .filter(value -> usable(value) && !options.contains(value))
                    .ifPresent(options::add);
        }
        return options.size() == OPTIONS && usable(options.getFirst())
                ? Optional.of(List.copyOf(options))
                : Optional.empty();
    }

    private static boolean usable(Rational value) {
        return value.signum() > 0 && decimal(value).isPresent();
    }

    String written(Rational value) {
        return decimal(value).orElseThrow() + (unit.isEmpty() ? "" : " " + unit);
    }

    /** A number as a decimal, exactly; empty if that has too many digits. */
    private static Optional<String> decimal(Rational value) {
        if (value.isWhole()) {
            return value.numerator().bitLength() <= MOST_BITS ? Optional.of(value.toString()) : Optional.empty();
        }
        BigDecimal rounded = value.rounded(MOST_DECIMALS);
        return rounded.precision() <= MOST_DIGITS && exactly(rounded, value)
                ? Optional.of(rounded.stripTrailingZeros().toPlainString())
                : Optional.empty();
    }

    private static boolean exactly(BigDecimal decimal, Rational value) {
        return decimal.multiply(new BigDecimal(value.denominator())).compareTo(new BigDecimal(value.numerator())) == 0;
    }

    private Optional<Rational> exact(String expression, List<Long> values) {
        return Arithmetic.value(sum(expression, values));
    }

    private String sum(String expression, List<Long> values) {
        StringBuilder sum = new StringBuilder();
        for (char symbol : expression.toCharArray()) {
            if (symbol >= 'a' && symbol <= 'd') {
                sum.append(values.get(place(symbol)));
            } else {
                sum.append(symbol);
            }
        }
        return sum.toString();
    }

    private int place(char letter) {
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i).letter() == letter) {
                return i;
            }
        }
        throw new IllegalArgumentException("law " + name + " has no quantity " + letter);
    }
}
