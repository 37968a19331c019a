package zeroone.tasks.code.judge;

import java.util.Objects;

/**
 * A parameter of a function, or a part of the input.
 *
 * @param meaning what it holds, for the statement, e.g. "the heights, each from 1 to 1000"
 */
public record Parameter(String name, ValueType type, String meaning) {
    public Parameter {
        Signature.name(name);
        Objects.requireNonNull(meaning, "meaning");
        if (type == ValueType.REAL) {
            throw new IllegalArgumentException(
                    "parameter " + name + " must not be real: whole numbers and words can be" + " given exactly");
        }
    }
}
