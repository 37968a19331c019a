package zeroone.tasks.mathematics;

import java.util.List;

/** What an answer can be. */
sealed interface MathObject {
    /** A number or an expression. */
    record Single(Value value) implements MathObject {}

    /** Infinity, with its sign. */
    record Infinite(int sign) implements MathObject {}

    /** A pair, tuple or interval: what is in brackets, in order, and the brackets themselves. */
    record Bracketed(String open, List<MathObject> items, String close) implements MathObject {}

    /** A set; order and repetition do not matter. */
    record Elements(List<MathObject> items) implements MathObject {}

    /** Several answers; order does not matter. */
    record Listing(List<MathObject> items) implements MathObject {}

    /** Sets joined; order does not matter. */
    record Union(List<MathObject> parts) implements MathObject {}

    /** Expressions with relations between them, as in 1 &le; x &lt; 2. */
    record Relation(List<MathObject> sides, List<String> relations) implements MathObject {}

    /** The rows of a matrix or vector. */
    record Matrix(List<List<MathObject>> rows) implements MathObject {}
}
