package zeroone.tensor;

import java.util.Arrays;

/**
 * Writes those instructions of x86-64 with 512-bit vectors that products of packed matrices are made of. General registers and
 * vectors go by their numbers in the manual; a wrong operand is the caller's mistake and is not looked for.
 *
 * <p>Encodings are those of Intel's Software Developer's Manual, volume 2, section 2.7.
 */
final class Assembler {
    static final int RAX = 0;
    static final int RCX = 1;
    static final int RDX = 2;
    static final int RBX = 3;
    static final int RSP = 4;
    static final int RBP = 5;
    static final int RSI = 6;
    static final int RDI = 7;
    static final int R8 = 8;
    static final int R9 = 9;
    static final int R10 = 10;
    static final int R11 = 11;
    static final int R12 = 12;
    static final int R13 = 13;
    static final int R14 = 14;
    static final int R15 = 15;

    // Of the prefix of an instruction on vectors: which table of opcodes, and which mandatory prefix.
    private static final int MAP_0F = 1;
    private static final int MAP_0F38 = 2;
    private static final int MAP_0F3A = 3;
    private static final int NO_PREFIX = 0;
    private static final int PREFIX_66 = 1;
    private static final int PREFIX_F3 = 2;
    private static final int PREFIX_F2 = 3;

    private static final int VECTOR_BYTES = 64;

    private byte[] code = new byte[1 << 12];
    private int length;

    /** A place in memory: base + displacement, or base + scale * index + displacement. */
    record Address(int base, int index, int scale, int displacement) {
        private static final int NONE = RSP; // which cannot be an index

        static Address at(int base, int displacement) {
            return new Address(base, NONE, 1, displacement);
        }

        static Address at(int base, int index, int scale, int displacement) {
            return new Address(base, index, scale, displacement);
        }

        private boolean indexed() {
            return index != NONE;
        }
    }

    byte[] code() {
        return Arrays.copyOf(code, length);
    }

    /** Where the next instruction begins; to jump to. */
    int here() {
        return length;
    }

    private void emit(int... bytes) {
        if (length + bytes.length > code.length) {
            code = Arrays.copyOf(code, 2 * code.length);
        }
        for (int b : bytes) {
            code[length++] = (byte) b;
        }
    }

    private void emit32(int value) {
        emit(value, value >> 8, value >> 16, value >> 24);
    }

    // --- General registers, 64 bits ---

    private void general(int opcode, int register, int other) {
        emit(0x48 | register >> 3 << 2 | other >> 3, opcode, 0xC0 | (register & 7) << 3 | other & 7);
    }

    void move(int target, int source) {
        general(0x89, source, target);
    }

    void add(int target, int source) {
        general(0x01, source, target);
    }

    void subtract(int target, int source) {
        general(0x29, source, target);
    }

    void addConstant(int target, int value) {
        emit(0x48 | target >> 3, 0x81, 0xC0 | target & 7);
        emit32(value);
    }

    /** Takes one away; the next {@link #jumpIfNotZero} looks at the result. */
    void decrement(int target) {
        emit(0x48 | target >> 3, 0xFF, 0xC8 | target & 7);
    }

    void shiftLeft(int target, int bits) {
        emit(0x48 | target >> 3, 0xC1, 0xE0 | target & 7, bits);
    }

    void load(int target, Address from) {
        emit(0x48 | target >> 3 << 2 | from.index() >> 3 << 1 | from.base() >> 3, 0x8B);
        operand(target, from, 1);
    }

    /** target = the address itself. */
    void loadAddress(int target, Address of) {
        emit(0x48 | target >> 3 << 2 | of.index() >> 3 << 1 | of.base() >> 3, 0x8D);
        operand(target, of, 1);
    }

    void push(int register) {
        emit(0x40 | register >> 3, 0x50 | register & 7);
    }

    void pop(int register) {
        emit(0x40 | register >> 3, 0x58 | register & 7);
    }

    void jumpIfNotZero(int target) {
        emit(0x0F, 0x85);
        emit32(target - (length + 4));
    }

    void finish() {
        emit(0xC5, 0xF8, 0x77); // vzeroupper
        emit(0xC3);
    }

    // --- Vectors of 512 bits ---

    /** target[i] += a[i] . pair, of 16 pairs of bfloat16 and one that all meet; of a pair, the second is added first. */
    void dotWithPair(int target, int a, Address pair) {
        memory(MAP_0F38, PREFIX_F3, 0, 0x52, target, a, pair, 4, true);
    }

    void clear(int vector) {
        registers(MAP_0F, PREFIX_66, 0, 0xEF, vector, vector, vector);
    }

    void loadVector(int target, Address from) {
        memory(MAP_0F, PREFIX_F3, 1, 0x6F, target, 0, from, VECTOR_BYTES, false);
    }

    void storeVector(Address to, int source) {
        memory(MAP_0F, NO_PREFIX, 0, 0x11, source, 0, to, VECTOR_BYTES, false);
    }

    /** 32 bytes become 32 numbers of 16 bits. */
    void widenBytesToShorts(int target, Address from) {
        memory(MAP_0F38, PREFIX_66, 0, 0x30, target, 0, from, VECTOR_BYTES / 2, false);
    }

    /** 16 bytes with a sign become 16 integers. */
    void widenSignedBytesToInts(int target, Address from) {
        memory(MAP_0F38, PREFIX_66, 0, 0x21, target, 0, from, VECTOR_BYTES / 4, false);
    }

    /** 16 bfloat16 become the lower halves of 16 integers. */
    void widenShortsToInts(int target, Address from) {
        memory(MAP_0F38, PREFIX_66, 0, 0x33, target, 0, from, VECTOR_BYTES / 2, false);
    }

    void shiftShortsRight(int target, int source, int bits) {
        registers(MAP_0F, PREFIX_66, 0, 0x71, 2, target, source);
        emit(bits);
    }

    void shiftIntsLeft(int target, int source, int bits) {
        registers(MAP_0F, PREFIX_66, 0, 0x72, 6, target, source);
        emit(bits);
    }

    /** target[i] = table[indices[i] & 31], of 16 bits each. */
    void lookUpShorts(int target, int indices, int table) {
        registers(MAP_0F38, PREFIX_66, 1, 0x8D, target, indices, table);
    }

    void or(int target, int a, int b) {
        registers(MAP_0F, PREFIX_66, 1, 0xEB, target, a, b);
    }

    void intsToFloats(int target, int source) {
        registers(MAP_0F, NO_PREFIX, 0, 0x5B, target, 0, source);
    }

    /** Two vectors of float32 become one of bfloat16: the lower half from {@code low}. */
    void floatsToBfloat16(int target, int high, int low) {
        registers(MAP_0F38, PREFIX_F2, 0, 0x72, target, high, low);
    }

    void multiply(int target, int a, Address b) {
        memory(MAP_0F, NO_PREFIX, 0, 0x59, target, a, b, VECTOR_BYTES, false);
    }

    void addFloats(int target, int a, Address b) {
        memory(MAP_0F, NO_PREFIX, 0, 0x58, target, a, b, VECTOR_BYTES, false);
    }

    /** target += a * b, rounded once. */
    void multiplyAdd(int target, int a, int b) {
        registers(MAP_0F38, PREFIX_66, 0, 0xB8, target, a, b);
    }

    /** target += a * the float at an address, rounded once. */
    void multiplyAddFloat(int target, int a, Address b) {
        memory(MAP_0F38, PREFIX_66, 0, 0xB8, target, a, b, 4, true);
    }

    /** target[i] += a[i] . b[i], of pairs of bfloat16. */
    void dot(int target, int a, int b) {
        registers(MAP_0F38, PREFIX_F3, 0, 0x52, target, a, b);
    }

    void broadcastFloat(int target, Address from) {
        memory(MAP_0F38, PREFIX_66, 0, 0x18, target, 0, from, Float.BYTES, false);
    }

    void copy(int target, int source) {
        registers(MAP_0F, NO_PREFIX, 0, 0x28, target, 0, source);
    }

    /** The larger of both; b where one of them is not a number. */
    void max(int target, int a, int b) {
        registers(MAP_0F, NO_PREFIX, 0, 0x5F, target, a, b);
    }

    void max(int target, int a, Address b) {
        memory(MAP_0F, NO_PREFIX, 0, 0x5F, target, a, b, VECTOR_BYTES, false);
    }

    /** Exchanges quarters of a vector: quarter i of the result is number {@code order >> 2 i & 3}. */
    void permuteQuarters(int target, int source, int order) {
        registers(MAP_0F3A, PREFIX_66, 1, 0x23, target, source, source);
        emit(order);
    }

    /** Exchanges floats within each quarter, in the same way. */
    void permuteWithinQuarters(int target, int source, int order) {
        registers(MAP_0F3A, PREFIX_66, 0, 0x04, target, 0, source);
        emit(order);
    }

    void multiply(int target, int a, int b) {
        registers(MAP_0F, NO_PREFIX, 0, 0x59, target, a, b);
    }

    void subtract(int target, int a, int b) {
        registers(MAP_0F, NO_PREFIX, 0, 0x5C, target, a, b);
    }

    /** target = target * a - b, rounded once. */
    void scaleAndSubtract(int target, int a, int b) {
        registers(MAP_0F38, PREFIX_66, 0, 0xAA, target, a, b);
    }

    /** target = target * a + b, rounded once. */
    void scaleAndAdd(int target, int a, int b) {
        registers(MAP_0F38, PREFIX_66, 0, 0xA8, target, a, b);
    }

    void roundToNearest(int target, int source) {
        registers(MAP_0F3A, PREFIX_66, 0, 0x08, target, 0, source);
        emit(8); // to the nearest, and nothing is reported
    }

    /** target = a * 2^b, of whole b. */
    void timesPowerOfTwo(int target, int a, int b) {
        registers(MAP_0F38, PREFIX_66, 0, 0x2C, target, a, b);
    }

    private void registers(int map, int prefix, int wide, int opcode, int register, int second, int third) {
        vectorPrefix(map, prefix, wide, register, second, third >> 3 & 1, third >> 4 & 1, false);
        emit(opcode, 0xC0 | (register & 7) << 3 | third & 7);
    }

    /**
     * @param unit displacements are counted in these bytes where that makes them short
     * @param broadcast one number for all lanes
     */
    private void memory(
            int map,
            int prefix,
            int wide,
            int opcode,
            int register,
            int second,
            Address third,
            int unit,
            boolean broadcast) {
        vectorPrefix(map, prefix, wide, register, second, third.base() >> 3, third.index() >> 3, broadcast);
        emit(opcode);
        operand(register, third, unit);
    }

    private void vectorPrefix(
            int map, int prefix, int wide, int register, int second, int baseBit, int indexBit, boolean broadcast) {
        int inverted = ~(register >> 3 & 1) & 1;
        emit(
                0x62,
                inverted << 7 | (1 ^ indexBit) << 6 | (1 ^ baseBit) << 5 | (1 ^ register >> 4) << 4 | map,
                wide << 7 | (~second & 15) << 3 | 4 | prefix,
                2 << 5 | (broadcast ? 1 << 4 : 0) | (1 ^ second >> 4) << 3);
    }

    private void operand(int register, Address address, int unit) {
        boolean shortened = address.displacement() % unit == 0
                && address.displacement() / unit == (byte) (address.displacement() / unit);
        int mode = shortened ? 0x40 : 0x80;
        boolean needsIndexByte = address.indexed() || (address.base() & 7) == RSP;
        emit(mode | (register & 7) << 3 | (needsIndexByte ? 4 : address.base() & 7));
        if (needsIndexByte) {
            emit(Integer.numberOfTrailingZeros(address.scale()) << 6 | (address.index() & 7) << 3 | address.base() & 7);
        }
        if (shortened) {
            emit(address.displacement() / unit);
        } else {
            emit32(address.displacement());
        }
    }
}
