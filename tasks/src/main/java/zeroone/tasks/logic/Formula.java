package zeroone.tasks.logic;

import java.util.List;

/** A formula of propositional logic, fully bracketed: {@code ((p and not q) implies r)}. */
sealed interface Formula {
    /** The letters of a formula, the first bit first. */
    List<String> LETTERS = List.of("p", "q", "r", "s", "t");

    record Letter(int index) implements Formula {
        @Override
        public boolean value(int assignment) {
            return (assignment >> index & 1) == 1;
        }

        @Override
        public int operators() {
            return 0;
        }

        @Override
        public String toString() {
            return LETTERS.get(index);
        }
    }

    record Not(Formula inner) implements Formula {
        @Override
        public boolean value(int assignment) {
            return !inner.value(assignment);
        }

        @Override
        public int operators() {
            return 1 + inner.operators();
        }

        @Override
        public String toString() {
            return "not " + inner;
        }
    }

    record Binary(Formula left, Connective connective, Formula right) implements Formula {
        @Override
        public boolean value(int assignment) {
            return connective.apply(left.value(assignment), right.value(assignment));
        }

        @Override
        public int operators() {
            return 1 + left.operators() + right.operators();
        }

        @Override
        public String toString() {
            return "(" + left + " " + connective.word() + " " + right + ")";
        }
    }

    /** Connectives of two formulas. */
    enum Connective {
        AND {
            @Override
            boolean apply(boolean left, boolean right) {
                return left && right;
            }
        },
        OR {
            @Override
            boolean apply(boolean left, boolean right) {
                return left || right;
            }
        },
        IMPLIES {
            @Override
            boolean apply(boolean left, boolean right) {
                return !left || right;
            }
        },
        IFF {
            @Override
            boolean apply(boolean left, boolean right) {
                return left == right;
            }
        };

        abstract boolean apply(boolean left, boolean right);

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Its truth value.
     *
     * @param assignment one bit a letter
     */
    boolean value(int assignment);

    int operators();

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is no formula of at most 50 words
     */
    static Formula parse(String text) {
        return new FormulaReader(text).read();
    }
}
