package zeroone.tasks.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for the kernel's packet filter (classic BPF) that looks at each system call: those of {@link SystemCall} fail
 * with EPERM, and so do new namespaces by {@code clone} and typing into a terminal by {@code ioctl}; {@code clone3}, whose
 * arguments a filter cannot see, and calls younger than this list are said not to exist (ENOSYS), after which C libraries
 * fall back on older ones. A call in another architecture's numbering kills the process.
 */
final class SeccompFilter {
    private static final int CLONE3 = 435;

    /** Calls from here on were not known when the list of refused calls was made. */
    private static final int FIRST_UNKNOWN = 451;

    /** Calls of the 32-bit numbering on x86-64 have this bit. */
    private static final int X32 = 0x40000000;

    /** Flags of clone: new mount, cgroup, UTS, IPC, user, process and network namespaces. */
    private static final int NEW_NAMESPACE = 0x7E020000;

    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541C;

    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int FAIL_WITH = 0x00050000;

    /** Offsets into what the kernel shows of a call; of 64-bit arguments the low half, on little-endian processors. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int JUMP_IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private record Instruction(int code, int jumpTrue, int jumpFalse, int value) {}

    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter() {}

    /** The instructions as the kernel reads them, eight bytes each. */
    static byte[] bytes(Architecture architecture) {
        SeccompFilter filter = new SeccompFilter();
        filter.write(architecture);
        ByteBuffer bytes =
                ByteBuffer.allocate(filter.program.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction instruction : filter.program) {
            bytes.putShort((short) instruction.code)
                    .put((byte) instruction.jumpTrue)
                    .put((byte) instruction.jumpFalse)
                    .putInt(instruction.value);
        }
        return bytes.array();
    }

    private void write(Architecture architecture) {
        add(LOAD, ARCHITECTURE);
        program.add(new Instruction(JUMP_IF_EQUAL, 1, 0, architecture.audit));
        add(RETURN, KILL_PROCESS);
        add(LOAD, NUMBER);
        returnIf(JUMP_IF_AT_LEAST, X32, KILL_PROCESS);
        returnIf(JUMP_IF_AT_LEAST, FIRST_UNKNOWN, FAIL_WITH | ENOSYS);
        returnIf(JUMP_IF_EQUAL, CLONE3, FAIL_WITH | ENOSYS);
        for (SystemCall call : SystemCall.values()) {
            int number = call.number(architecture);
            if (number != SystemCall.ABSENT) {
                returnIf(JUMP_IF_EQUAL, number, FAIL_WITH | EPERM);
            }
        }
        program.add(new Instruction(JUMP_IF_EQUAL, 0, 4, architecture.clone));
        add(LOAD, FIRST_ARGUMENT);
        returnIf(JUMP_IF_ANY_BIT, NEW_NAMESPACE, FAIL_WITH | EPERM);
        add(RETURN, ALLOW);
        program.add(new Instruction(JUMP_IF_EQUAL, 0, 5, architecture.ioctl));
        add(LOAD, SECOND_ARGUMENT);
        returnIf(JUMP_IF_EQUAL, TIOCSTI, FAIL_WITH | EPERM);
        returnIf(JUMP_IF_EQUAL, TIOCLINUX, FAIL_WITH | EPERM);
        add(RETURN, ALLOW);
    }

    private void returnIf(int condition, int value, int result) {
        program.add(new Instruction(condition, 0, 1, value));
        add(RETURN, result);
    }

    private void add(int code, int value) {
        program.add(new Instruction(code, 0, 0, value));
    }
}
