package zeroone.tasks.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * How a term follows from those before it: {@code a} times the term before, plus {@code b} times the one before that, plus
 * {@code c}, plus {@code d} times the position of the new term, counted from 1.
 */
record Rule(int a, int b, int c, int d) {
    private static final int LARGEST_FACTOR = 3;
    private static final int LARGEST_CONSTANT = 20;

    /** Classes of rules, small enough to try every rule of them. */
    enum Kind {
        /** The term before times a whole number from -3 to 3, plus a constant from -20 to 20. */
        LINEAR,
        /** The term before, plus the position times a number from -20 to 20, plus a constant from -20 to 20. */
        QUADRATIC,
        /** The two terms before, each times a number from -3 to 3, the second not 0. */
        FIBONACCI;

        List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            switch (this) {
                case LINEAR -> {
                    for (int a = -LARGEST_FACTOR; a <= LARGEST_FACTOR; a++) {
                        for (int c = -LARGEST_CONSTANT; c <= LARGEST_CONSTANT; c++) {
                            rules.add(new Rule(a, 0, c, 0));
                        }
                    }
                }
                case QUADRATIC -> {
                    for (int d = -LARGEST_CONSTANT; d <= LARGEST_CONSTANT; d++) {
                        for (int c = -LARGEST_CONSTANT; c <= LARGEST_CONSTANT; c++) {
                            rules.add(new Rule(1, 0, c, d));
                        }
                    }
                }
                case FIBONACCI -> {
                    for (int a = -LARGEST_FACTOR; a <= LARGEST_FACTOR; a++) {
                        for (int b = -LARGEST_FACTOR; b <= LARGEST_FACTOR; b++) {
                            if (b != 0) {
                                rules.add(new Rule(a, b, 0, 0));
                            }
                        }
                    }
                }
            }
            return rules;
        }

        /** The rules of this class that explain at least three terms, found without trying all. */
        List<Rule> explaining(List<Long> terms) {
            long first = terms.get(0);
            long second = terms.get(1);
            List<Rule> rules = new ArrayList<>();
            switch (this) {
                case LINEAR -> {
                    for (int a = -LARGEST_FACTOR; a <= LARGEST_FACTOR; a++) {
                        add(rules, a, 0, second - a * first, 0, terms);
                    }
                }
                case QUADRATIC -> {
                    long d = terms.get(2) - 2 * second + first;
                    add(rules, 1, 0, second - first - 2 * d, d, terms);
                }
                case FIBONACCI -> {
                    for (int a = -LARGEST_FACTOR; a <= LARGEST_FACTOR; a++) {
                        for (int b = -LARGEST_FACTOR; b <= LARGEST_FACTOR; b++) {
                            if (b != 0 && terms.get(2) == a * second + b * first) {
                                add(rules, a, b, 0, 0, terms);
                            }
                        }
                    }
                }
            }
            return rules;
        }

        private static void add(List<Rule> rules, int a, int b, long c, long d, List<Long> terms) {
            if (Math.abs(c) <= LARGEST_CONSTANT && Math.abs(d) <= LARGEST_CONSTANT) {
                Rule rule = new Rule(a, b, (int) c, (int) d);
                if (rule.explains(terms)) {
                    rules.add(rule);
                }
            }
        }
    }

    /**
     * The term after the given ones.
     *
     * @param terms at least two
     */
    long next(List<Long> terms) {
        return a * terms.getLast() + b * terms.get(terms.size() - 2) + c + (long) d * (terms.size() + 1);
    }

    /** Whether every term from the third on follows from those before it; the second only where the rule needs one. */
    boolean explains(List<Long> terms) {
        for (int i = b == 0 ? 1 : 2; i < terms.size(); i++) {
            long before = b == 0 ? 0 : b * terms.get(i - 2);
            if (terms.get(i) != a * terms.get(i - 1) + before + c + (long) d * (i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The sum that gives the next term, with its numbers put in. */
    String sum(List<Long> terms) {
        StringBuilder sum = new StringBuilder(product(a, terms.getLast()));
        if (b != 0) {
            sum.append('+').append(product(b, terms.get(terms.size() - 2)));
        }
        if (c != 0) {
            sum.append(c < 0 ? "" : "+").append(c);
        }
        if (d != 0) {
            sum.append('+').append(product(d, (long) terms.size() + 1));
        }
        return sum.toString();
    }

    private static String product(int factor, long term) {
        return (factor < 0 ? "(" + factor + ")" : factor) + "*" + (term < 0 ? "(" + term + ")" : term);
    }
}
