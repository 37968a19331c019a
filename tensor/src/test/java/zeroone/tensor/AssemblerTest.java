package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.tensor.Assembler.R10;
import static zeroone.tensor.Assembler.R11;
import static zeroone.tensor.Assembler.R12;
import static zeroone.tensor.Assembler.R9;
import static zeroone.tensor.Assembler.RAX;
import static zeroone.tensor.Assembler.RBX;
import static zeroone.tensor.Assembler.RCX;
import static zeroone.tensor.Assembler.RDI;
import static zeroone.tensor.Assembler.RDX;
import static zeroone.tensor.Assembler.RSI;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import zeroone.tensor.Assembler.Address;

/** What GNU's assembler (binutils 2.40) makes of the same instructions. */
class AssemblerTest {
    static final Arguments[] INSTRUCTIONS = {
        of("62 f2 1e 50 52 46 00", c -> c.dotWithPair(0, 28, Address.at(RSI, 0))),
        of("62 f2 1e 50 52 4c 16 01", c -> c.dotWithPair(1, 28, Address.at(RSI, RDX, 1, 4))),
        of("62 c2 1e 50 52 4c 52 02", c -> c.dotWithPair(17, 28, Address.at(R10, RDX, 2, 8))),
        of("62 c2 1e 50 52 4b 10", c -> c.dotWithPair(17, 28, Address.at(R11, 0x40))),
        of("62 62 7d 48 30 57 01", c -> c.widenBytesToShorts(26, Address.at(RDI, 32))),
        of("62 62 7d 48 30 97 44 20 00 00", c -> c.widenBytesToShorts(26, Address.at(RDI, 0x2044))),
        of("62 91 25 40 71 d1 04", c -> c.shiftShortsRight(27, 25, 4)),
        of("62 02 a5 40 8d d8", c -> c.lookUpShorts(27, 27, 24)),
        of("62 01 ad 40 eb e3", c -> c.or(28, 26, 27)),
        of("62 61 fe 48 6f 4f 02", c -> c.loadVector(25, Address.at(RDI, 128))),
        of("62 f1 7c 48 11 5b 01", c -> c.storeVector(Address.at(RBX, 64), 3)),
        of("62 f1 64 48 59 5b 01", c -> c.multiply(3, 3, Address.at(RBX, 64))),
        of("62 d1 64 48 58 5a 01", c -> c.addFloats(3, 3, Address.at(R10, 64))),
        of("62 f1 55 48 ef ed", c -> c.clear(5)),
        of("62 62 7d 48 21 57 01", c -> c.widenSignedBytesToInts(26, Address.at(RDI, 16))),
        of("62 01 7c 48 5b d2", c -> c.intsToFloats(26, 26)),
        of("62 02 27 40 72 e2", c -> c.floatsToBfloat16(28, 27, 26)),
        of("62 92 1d 40 b8 dd", c -> c.multiplyAdd(3, 28, 29)),
        of("62 f2 1d 50 b8 5b 01", c -> c.multiplyAddFloat(3, 28, Address.at(RBX, 4))),
        of("62 62 7d 48 33 57 01", c -> c.widenShortsToInts(26, Address.at(RDI, 32))),
        of("62 91 2d 40 72 f2 10", c -> c.shiftIntsLeft(26, 26, 16)),
        of("62 f1 7c 48 5f 46 01", c -> c.max(0, 0, Address.at(RSI, 64))),
        of("62 f1 4c 48 5f ed", c -> c.max(5, 6, 5)),
        of("62 f3 fd 48 23 d0 4e", c -> c.permuteQuarters(2, 0, 0x4e)),
        of("62 f3 7d 48 04 d0 4e", c -> c.permuteWithinQuarters(2, 0, 0x4e)),
        of("62 f2 2d 48 aa eb", c -> c.scaleAndSubtract(5, 10, 3)),
        of("62 f3 7d 48 08 fd 08", c -> c.roundToNearest(7, 5)),
        of("62 f1 54 48 5c ef", c -> c.subtract(5, 5, 7)),
        of("62 52 55 48 a8 c4", c -> c.scaleAndAdd(8, 5, 12)),
        of("62 72 3d 48 2c c7", c -> c.timesPowerOfTwo(8, 8, 7)),
        of("62 d2 36 48 52 cf", c -> c.dot(1, 9, 15)),
        of("62 52 7d 48 18 51 01", c -> c.broadcastFloat(10, Address.at(R9, 4))),
        of("62 d1 7c 48 59 da", c -> c.multiply(3, 0, 10)),
        of("62 51 7c 48 28 c5", c -> c.copy(8, 13)),
        of("48 81 c7 c0 00 00 00", c -> c.addConstant(RDI, 192)),
        of("49 81 c4 c0 00 00 00", c -> c.addConstant(R12, 192)),
        of("4c 8d 54 56 00", c -> c.loadAddress(R10, Address.at(RSI, RDX, 2, 0))),
        of("48 8b 77 08", c -> c.load(RSI, Address.at(RDI, 8))),
        of("4c 8b 57 10", c -> c.load(R10, Address.at(RDI, 16))),
        of("48 89 c8", c -> c.move(RAX, RCX)),
        of("49 01 d2", c -> c.add(R10, RDX)),
        of("48 29 c6", c -> c.subtract(RSI, RAX)),
        of("48 ff c9", c -> c.decrement(RCX)),
        of("49 ff cc", c -> c.decrement(R12)),
        of("40 53", c -> c.push(RBX)),
        of("41 5c", c -> c.pop(R12)),
        of("c5 f8 77 c3", Assembler::finish),
        of("0f 85 fa ff ff ff", c -> c.jumpIfNotZero(c.here())),
    };

    private static Arguments of(String bytes, Consumer<Assembler> instruction) {
        return Arguments.of(bytes, instruction);
    }

    @ParameterizedTest
    @FieldSource("INSTRUCTIONS")
    void instructions_have_the_bytes_that_an_assembler_gives_them(String bytes, Consumer<Assembler> instruction) {
        Assembler assembler = new Assembler();

        instruction.accept(assembler);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(assembler.code())).isEqualTo(bytes);
    }
}
