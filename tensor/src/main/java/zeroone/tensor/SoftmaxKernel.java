package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import zeroone.tensor.Assembler.Address;

/**
 * Code that turns scores of positions into weights in bfloat16, e^(score - largest), and sums up what they were rounded to.
 * Between two products that run at the speed of the processor this would take most of the time in Java.
 *
 * <p>A power of two has a whole part, which is an exponent, and a rest in [-1/2, 1/2], of which a polynomial of the fourth
 * degree makes a number that is right to 3e-6; bfloat16 rounds to 4e-3. The polynomial is 1 at 0, so the largest score has
 * weight 1.
 */
final class SoftmaxKernel {
    /** Scores of a unit: one vector of weights. */
    static final int UNIT = 32;

    private static final int SCORES = Assembler.RSI;
    private static final int WEIGHTS = Assembler.RDX;
    private static final int UNITS = Assembler.RCX;
    private static final int SUMS = Assembler.R8;
    private static final int CONSTANTS = Assembler.R9;
    private static final int NEXT = Assembler.R10;
    private static final int LEFT = Assembler.R11;

    private static final int SCORES_AT = 0;
    private static final int WEIGHTS_AT = 8;
    private static final int UNITS_AT = 16;
    private static final int SUMS_AT = 24;
    private static final int CONSTANTS_AT = 32;
    private static final int ARGUMENT_BYTES = 40;
    private static final int VECTOR = 64;

    private static final float LEAST = -200; // a power of two that is 0
    private static final float[] COEFFICIENTS = {1f, 0.69312418f, 0.24024099f, 0.055906426f, 0.0095828529f};
    private static final int ONES = 0x3F803F80; // a pair

    // Vectors.
    private static final int LARGEST = 0;
    private static final int SUM = 1;
    private static final int OTHER = 2;
    private static final int LOW = 3;
    private static final int HIGH = 4;
    private static final int WHOLE = 5;
    private static final int REST = 6;
    private static final int LOG2_E = 8;
    private static final int LEAST_POWER = 9;
    private static final int PAIR_OF_ONES = 10;
    private static final int FIRST_COEFFICIENT = 16;

    private static final MethodHandle CALL = MachineCode.caller();
    private static final MemorySegment CODE = MachineCode.load(assemble());
    private static final MemorySegment TABLE = table();

    private final MemorySegment arguments;
    private final MemorySegment sums;

    SoftmaxKernel(Arena arena) {
        this.arguments = arena.allocate(ARGUMENT_BYTES, VECTOR);
        this.sums = arena.allocate(VECTOR, VECTOR);
        arguments.set(ValueLayout.JAVA_LONG, SUMS_AT, sums.address());
        arguments.set(ValueLayout.JAVA_LONG, CONSTANTS_AT, TABLE.address());
    }

    private static MemorySegment table() {
        MemorySegment table = Arena.global().allocate(VECTOR, VECTOR);
        table.setAtIndex(ValueLayout.JAVA_FLOAT, 0, (float) (1 / Math.log(2)));
        table.setAtIndex(ValueLayout.JAVA_FLOAT, 1, LEAST);
        table.setAtIndex(ValueLayout.JAVA_INT, 2, ONES);
        for (int i = 0; i < COEFFICIENTS.length; i++) {
            table.setAtIndex(ValueLayout.JAVA_FLOAT, 3 + i, COEFFICIENTS[i]);
        }
        return table;
    }

    /**
     * @param scores address of float32
     * @param weights address of as many bfloat16
     * @param count a multiple of {@link #UNIT}; scores of -∞ get weight 0
     * @return the sum of the weights
     */
    float run(long scores, long weights, int count) {
        arguments.set(ValueLayout.JAVA_LONG, SCORES_AT, scores);
        arguments.set(ValueLayout.JAVA_LONG, WEIGHTS_AT, weights);
        arguments.set(ValueLayout.JAVA_LONG, UNITS_AT, count / UNIT);
        try {
            CALL.invokeExact(CODE, arguments);
        } catch (Throwable failure) {
            throw new IllegalStateException("a softmax could not be called", failure);
        }
        float sum = 0;
        for (int lane = 0; lane < VECTOR / Float.BYTES; lane++) {
            sum += sums.getAtIndex(ValueLayout.JAVA_FLOAT, lane);
        }
        return sum;
    }

    static byte[] assemble() {
        Assembler code = new Assembler();
        load(code, SCORES, SCORES_AT);
        load(code, WEIGHTS, WEIGHTS_AT);
        load(code, UNITS, UNITS_AT);
        load(code, SUMS, SUMS_AT);
        load(code, CONSTANTS, CONSTANTS_AT);
        code.broadcastFloat(LOG2_E, Address.at(CONSTANTS, 0));
        code.broadcastFloat(LEAST_POWER, Address.at(CONSTANTS, 4));
        code.broadcastFloat(PAIR_OF_ONES, Address.at(CONSTANTS, 8));
        for (int i = 0; i < COEFFICIENTS.length; i++) {
            code.broadcastFloat(FIRST_COEFFICIENT + i, Address.at(CONSTANTS, 12 + 4 * i));
        }
        largest(code);
        code.multiply(LARGEST, LARGEST, LOG2_E);
        code.clear(SUM);
        int next = code.here();
        power(code, LOW, 0);
        power(code, HIGH, VECTOR);
        code.floatsToBfloat16(LOW, HIGH, LOW);
        code.storeVector(Address.at(WEIGHTS, 0), LOW);
        code.dot(SUM, LOW, PAIR_OF_ONES);
        code.addConstant(SCORES, UNIT * Float.BYTES);
        code.addConstant(WEIGHTS, UNIT * Short.BYTES);
        code.decrement(UNITS);
        code.jumpIfNotZero(next);
        code.storeVector(Address.at(SUMS, 0), SUM);
        code.finish();
        return code.code();
    }

    private static void load(Assembler code, int register, int at) {
        code.load(register, Address.at(Assembler.RDI, at));
    }

    /** Writes code that finds the largest score and puts it into all lanes. */
    private static void largest(Assembler code) {
        code.move(NEXT, SCORES);
        code.move(LEFT, UNITS);
        code.loadVector(LARGEST, Address.at(NEXT, 0));
        code.copy(OTHER, LARGEST);
        int next = code.here();
        code.max(LARGEST, LARGEST, Address.at(NEXT, 0));
        code.max(OTHER, OTHER, Address.at(NEXT, VECTOR));
        code.addConstant(NEXT, UNIT * Float.BYTES);
        code.decrement(LEFT);
        code.jumpIfNotZero(next);
        code.max(LARGEST, LARGEST, OTHER);
        int halves = 0x4E;
        int neighbours = 0xB1;
        code.permuteQuarters(OTHER, LARGEST, halves);
        code.max(LARGEST, LARGEST, OTHER);
        code.permuteQuarters(OTHER, LARGEST, neighbours);
        code.max(LARGEST, LARGEST, OTHER);
        code.permuteWithinQuarters(OTHER, LARGEST, halves);
        code.max(LARGEST, LARGEST, OTHER);
        code.permuteWithinQuarters(OTHER, LARGEST, neighbours);
        code.max(LARGEST, LARGEST, OTHER);
    }

    /** Writes code for target = 2^(scores log2(e) - largest). */
    private static void power(Assembler code, int target, int offset) {
        code.loadVector(REST, Address.at(SCORES, offset));
        code.scaleAndSubtract(REST, LOG2_E, LARGEST);
        code.max(REST, LEAST_POWER, REST); // what is not a number stays so
        code.roundToNearest(WHOLE, REST);
        code.subtract(REST, REST, WHOLE);
        code.copy(target, FIRST_COEFFICIENT + COEFFICIENTS.length - 1);
        for (int i = COEFFICIENTS.length - 2; i >= 0; i--) {
            code.scaleAndAdd(target, REST, FIRST_COEFFICIENT + i);
        }
        code.timesPowerOfTwo(target, target, WHOLE);
    }
}
