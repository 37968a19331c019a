package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import zeroone.tensor.Assembler.Address;

/**
 * Code that multiplies a few rows with blocks of a {@link BlockFormat}, written for this process when it is first needed: the
 * instruction that multiplies pairs of bfloat16, and those that look up or widen weights on their way from memory to it, cannot
 * be had from Java. A vector of weights is made once and meets all rows; sums stay in registers.
 *
 * <p>Sums go through the inputs in order, and of each pair the second input is added first. That order is all that decides the
 * bits of a row, so they are the same whatever rows are beside it.
 */
final class BlockKernel {
    /** Vectors from this one on are the format's; those before are sums. */
    static final int FREE = 24;

    /** Where the next unit of weights lies. */
    static final int BLOCK = Assembler.RDI;

    // What else is kept in registers. Rows are found from three of them: each is one of a few sums of a base and
    // strides.
    private static final int X = Assembler.RSI;
    private static final int X_OF_ROW_3 = Assembler.R10;
    private static final int X_OF_ROW_6 = Assembler.R11;
    private static final int X_STRIDE = Assembler.RDX;
    private static final int COUNTER = Assembler.RCX;
    private static final int RUNS = Assembler.RBX;
    private static final int HEADER = Assembler.RBX; // of formats whose blocks are one run
    private static final int TOTALS = Assembler.RAX;
    private static final int ARGUMENTS = Assembler.RBP;
    private static final int Y = Assembler.R8;
    private static final int Y_OF_ROW = Assembler.R9;
    private static final int Y_STRIDE = Assembler.R12;
    private static final int BLOCKS = Assembler.R13;
    private static final int UNITS = Assembler.R14;
    private static final int X_BYTES = Assembler.R15;
    private static final int[] SAVED = {
        Assembler.RBX, Assembler.RBP, Assembler.R12, Assembler.R13, Assembler.R14, Assembler.R15
    };

    /** The most rows of any format. */
    static final int MOST_ROWS = 8;

    private static final int VECTOR = 64;
    private static final int WAYS = Sums.values().length;
    private static final MethodHandle CALL = MachineCode.caller();
    private static final List<BlockFormat> FORMATS =
            List.of(new SixteenBits(), new TwelveBits(), new EightBits(), new FourBits());
    private static final MemorySegment[] CODE = load(); // by format, rows, and what becomes of sums

    /** What becomes of sums. */
    enum Sums {
        /** They are the results. */
        SET,
        /** They are added to what is there. */
        ADD,
        /** They begin with what is there: many short products have the bits of a long one. */
        CONTINUE
    }

    private BlockKernel() {}

    private static int index(BlockFormat format, int rows, Sums sums) {
        return (FORMATS.indexOf(format) * MOST_ROWS + rows - 1) * WAYS + sums.ordinal();
    }

    private static MemorySegment[] load() {
        List<byte[]> codes = new ArrayList<>();
        for (BlockFormat format : FORMATS) {
            for (int rows = 1; rows <= MOST_ROWS; rows++) {
                for (Sums sums : Sums.values()) {
                    boolean there = rows <= format.mostRows() && (sums != Sums.CONTINUE || format.continues());
                    codes.add(there ? assemble(format, rows, sums) : new byte[0]);
                }
            }
        }
        byte[] joined =
                new byte[codes.stream().mapToInt(code -> aligned(code.length)).sum()];
        int[] starts = new int[codes.size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            System.arraycopy(codes.get(i), 0, joined, at, codes.get(i).length);
            at += aligned(codes.get(i).length);
        }
        long start = MachineCode.load(joined).address();
        return Arrays.stream(starts)
                .mapToObj(offset -> MemorySegment.ofAddress(start + offset))
                .toArray(MemorySegment[]::new);
    }

    private static int aligned(int length) {
        return (length + VECTOR - 1) / VECTOR * VECTOR;
    }

    /** The instructions for some rows. */
    static byte[] assemble(BlockFormat format, int rows, Sums sums) {
        return new Frame(format, rows, sums).assemble();
    }

    /**
     * What is to be multiplied: as the code reads it, numbers of eight bytes.
     *
     * @param memory in native memory
     */
    record Arguments(MemorySegment memory) {
        private static final int WEIGHTS_AT = 0;
        private static final int X_AT = 8;
        private static final int X_STRIDE_AT = 16;
        private static final int X_BYTES_AT = 24;
        private static final int Y_AT = 32;
        private static final int Y_STRIDE_AT = 40;
        private static final int BLOCKS_AT = 48;
        private static final int UNITS_AT = 56;
        private static final int RUNS_AT = 64;
        private static final int TOTALS_AT = 72;
        private static final int SIZE = 80;

        static Arguments allocate(Arena arena) {
            return new Arguments(arena.allocate(SIZE, VECTOR));
        }

        /** Strides are in bytes. */
        void shape(int inputs, int inputsOfRun, long xStride, long yStride) {
            set(X_STRIDE_AT, xStride);
            set(X_BYTES_AT, (long) inputs * Short.BYTES);
            set(UNITS_AT, inputsOfRun / BlockFormat.INPUTS);
            set(RUNS_AT, inputs / inputsOfRun);
            set(Y_STRIDE_AT, yStride);
        }

        /** Where the first row, block and result are, and how many blocks. */
        void place(long weights, long x, long y, int blocks, long totals) {
            set(WEIGHTS_AT, weights);
            set(X_AT, x);
            set(Y_AT, y);
            set(BLOCKS_AT, blocks);
            set(TOTALS_AT, totals);
        }

        private void set(int at, long value) {
            memory.set(ValueLayout.JAVA_LONG, at, value);
        }
    }

    /** Multiplies. */
    static void run(BlockFormat format, int rows, Sums sums, Arguments arguments) {
        try {
            CALL.invokeExact(CODE[index(format, rows, sums)], arguments.memory());
        } catch (Throwable failure) {
            throw new IllegalStateException("a product could not be called", failure);
        }
    }

    /** Makes vectors of weights. */
    interface Decoder {
        /** Writes what makes one of a unit's vectors; returns which vector it is in. */
        int decode(Assembler code, int vector);
    }

    /** The code around what a format does itself. */
    static final class Frame {
        private final Assembler code = new Assembler();
        private final BlockFormat format;
        private final int rows;
        private final Sums sums;

        private Frame(BlockFormat format, int rows, Sums sums) {
            this.format = format;
            this.rows = rows;
            this.sums = sums;
        }

        private byte[] assemble() {
            for (int register : SAVED) {
                code.push(register);
            }
            code.move(ARGUMENTS, Assembler.RDI);
            load(BLOCK, Arguments.WEIGHTS_AT);
            load(X, Arguments.X_AT);
            load(X_STRIDE, Arguments.X_STRIDE_AT);
            load(X_BYTES, Arguments.X_BYTES_AT);
            load(Y, Arguments.Y_AT);
            load(Y_STRIDE, Arguments.Y_STRIDE_AT);
            load(BLOCKS, Arguments.BLOCKS_AT);
            load(UNITS, Arguments.UNITS_AT);
            code.loadAddress(X_OF_ROW_3, Address.at(X, X_STRIDE, 2, 0));
            code.add(X_OF_ROW_3, X_STRIDE);
            code.loadAddress(X_OF_ROW_6, Address.at(X_OF_ROW_3, X_STRIDE, 2, 0));
            code.add(X_OF_ROW_6, X_STRIDE);

            int nextBlock = code.here();
            begin();
            format.assemble(this);
            for (int register : xRegisters()) {
                code.subtract(register, X_BYTES);
            }
            store();
            code.addConstant(Y, BlockFormat.OUTPUTS * Float.BYTES);
            code.decrement(BLOCKS);
            code.jumpIfNotZero(nextBlock);

            for (int i = SAVED.length - 1; i >= 0; i--) {
                code.pop(SAVED[i]);
            }
            code.finish();
            return code.code();
        }

        private void load(int register, int at) {
            code.load(register, Address.at(ARGUMENTS, at));
        }

        int rows() {
            return rows;
        }

        Assembler code() {
            return code;
        }

        private int[] xRegisters() {
            return rows > 6
                    ? new int[] {X, X_OF_ROW_3, X_OF_ROW_6}
                    : rows > 3 ? new int[] {X, X_OF_ROW_3} : new int[] {X};
        }

        private static Address x(int row, int displacement) {
            int base = row / 3 == 0 ? X : row / 3 == 1 ? X_OF_ROW_3 : X_OF_ROW_6;
            return row % 3 == 0 ? Address.at(base, displacement) : Address.at(base, X_STRIDE, row % 3, displacement);
        }

        /** The block begins with a vector that is needed all the time. */
        void loadHeader(int vector, int bytes) {
            code.loadVector(vector, Address.at(BLOCK, 0));
            code.addConstant(BLOCK, bytes);
        }

        /** The block begins with a scale for each output, which is needed at the end. */
        void keepHeader(int bytes) {
            code.move(HEADER, BLOCK);
            code.addConstant(BLOCK, bytes);
        }

        void scaleByHeader() {
            for (int row = 0; row < rows; row++) {
                code.multiply(2 * row, 2 * row, Address.at(HEADER, 0));
                code.multiply(2 * row + 1, 2 * row + 1, Address.at(HEADER, VECTOR));
            }
        }

        /** All units of the block. */
        void units(int bytes, Decoder decoder) {
            units(bytes, 0, decoder);
        }

        /** The units of a run; the sums of row r are the vectors {@code firstSum + 2 r} and the next. */
        void units(int bytes, int firstSum, Decoder decoder) {
            code.move(COUNTER, UNITS);
            int next = code.here();
            for (int vector = 0; vector < BlockFormat.VECTORS; vector++) {
                int weights = decoder.decode(code, vector);
                for (int row = 0; row < rows; row++) {
                    code.dotWithPair(firstSum + 2 * row + vector % 2, weights, x(row, 4 * (vector / 2)));
                }
            }
            code.addConstant(BLOCK, bytes);
            for (int register : xRegisters()) {
                code.addConstant(register, BlockFormat.INPUTS * Short.BYTES);
            }
            code.decrement(COUNTER);
            code.jumpIfNotZero(next);
        }

        /** Repeats what is written for a run for all runs of the block. */
        void runs(Runnable run) {
            load(RUNS, Arguments.RUNS_AT);
            load(TOTALS, Arguments.TOTALS_AT);
            int next = code.here();
            run.run();
            code.addConstant(TOTALS, MOST_ROWS * Float.BYTES);
            code.decrement(RUNS);
            code.jumpIfNotZero(next);
        }

        /** Where the sum of a row's activations over the present run lies: float32 [runs, MOST_ROWS]. */
        Address total(int row) {
            return Address.at(TOTALS, Float.BYTES * row);
        }

        private void begin() {
            if (sums == Sums.CONTINUE) {
                eachResult((result, sum) -> code.loadVector(sum, result));
                return;
            }
            for (int sum = 0; sum < 2 * rows; sum++) {
                code.clear(sum);
            }
        }

        private void store() {
            eachResult((result, sum) -> {
                if (sums == Sums.ADD) {
                    code.addFloats(sum, sum, result);
                }
                code.storeVector(result, sum);
            });
        }

        private void eachResult(BiConsumer<Address, Integer> write) {
            code.move(Y_OF_ROW, Y);
            for (int row = 0; row < rows; row++) {
                for (int half = 0; half < 2; half++) {
                    write.accept(Address.at(Y_OF_ROW, half * VECTOR), 2 * row + half);
                }
                code.add(Y_OF_ROW, Y_STRIDE);
            }
        }
    }
}
