package zeroone.tasks.countdown;

/**
 * A number at hand and how it was made.
 *
 * @param expression the number itself, or the expression that made it, without outer parentheses
 * @param given whether it is one of the problem's own numbers
 */
record Term(long value, String expression, boolean given) {
    static Term given(int number) {
        return new Term(number, String.valueOf(number), true);
    }

    /** The expression as part of a larger one. */
    String operand() {
        return given ? expression : "(" + expression + ")";
    }
}
