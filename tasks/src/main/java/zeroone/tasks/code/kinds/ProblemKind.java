package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Checker;
import zeroone.tasks.code.judge.Signature;

/** A family of programming problems that differ in a few numbers. Stateless. */
abstract class ProblemKind {
    /** Also the name of the directory with its programs. */
    abstract String name();

    abstract List<Knob> knobs();

    /** The function to be written; the whole-program form reads its parameters from standard input. */
    abstract Signature signature();

    /** What is asked, with every number of {@code knobs} in it; how the input looks comes from the signature. */
    abstract String statement(Map<String, Integer> knobs);

    /** How large the inputs of the sample and of the subtasks are, from small to large. */
    abstract List<Integer> sizes();

    /** What the largest size means, e.g. "100000 numbers". */
    abstract String largest();

    /** A random input; about as large as the size says, in the measure of this kind. */
    abstract List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random);

    /** The reference solution's output. */
    abstract String answer(Map<String, Integer> knobs, List<Value> input);

    /** The ideas of the programs that people wrote. */
    abstract Plan plan();

    Checker checker(Map<String, Integer> knobs) {
        return Checker.TOKENS;
    }

    static int knob(Map<String, Integer> knobs, String name) {
        Integer value = knobs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the knobs must hold \"" + name + "\": " + knobs);
        }
        return value;
    }

    static long[] draw(int count, long low, long high, RandomGenerator random) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextLong(low, high + 1);
        }
        return values;
    }
}
