package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the filter on an interpreter of its own, so that it is tested on every machine and for every processor. */
class SeccompFilterTest {
    private static final int ALLOW = 0x7FFF0000;
    private static final int EPERM = 0x00050001;
    private static final int ENOSYS = 0x00050026;
    private static final int KILL = 0x80000000;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void refuses_what_it_lists_and_allows_what_programs_need(Architecture architecture) {
        for (SystemCall call : SystemCall.values()) {
            int number = call.number(architecture);
            if (number != SystemCall.ABSENT) {
                assertThat(decide(architecture, number, 0, 0)).as(call.name()).isEqualTo(EPERM);
            }
        }
        // read, write, mmap, exit_group, execve
        int[] needed =
                architecture == Architecture.X86_64 ? new int[] {0, 1, 9, 231, 59} : new int[] {63, 64, 222, 94, 221};
        for (int number : needed) {
            assertThat(decide(architecture, number, 0x7E020000L, 0x5412)).isEqualTo(ALLOW);
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void lets_threads_and_processes_be_made_but_no_namespaces(Architecture architecture) {
        long thread = 0x3D0F00;
        long vfork = 0x4111;

        assertThat(decide(architecture, architecture.clone, thread, 0)).isEqualTo(ALLOW);
        assertThat(decide(architecture, architecture.clone, vfork, 0)).isEqualTo(ALLOW);
        for (int bit : new int[] {17, 25, 26, 27, 28, 29, 30}) {
            assertThat(decide(architecture, architecture.clone, thread | 1L << bit, 0))
                    .isEqualTo(EPERM);
        }
        assertThat(decide(architecture, 435, 0, 0)).as("clone3").isEqualTo(ENOSYS);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void lets_files_be_controlled_but_no_keys_be_typed(Architecture architecture) {
        assertThat(decide(architecture, architecture.ioctl, 0, 0x5401)).isEqualTo(ALLOW);
        assertThat(decide(architecture, architecture.ioctl, 0, 0x5412)).isEqualTo(EPERM);
        assertThat(decide(architecture, architecture.ioctl, 0, 0x541C)).isEqualTo(EPERM);
    }

    @Test
    void knows_no_calls_of_the_future_and_kills_what_speaks_another_numbering() {
        byte[] filter = SeccompFilter.bytes(Architecture.X86_64);

        assertThat(decide(Architecture.X86_64, 451, 0, 0)).isEqualTo(ENOSYS);
        assertThat(decide(Architecture.X86_64, 100_000, 0, 0)).isEqualTo(ENOSYS);
        assertThat(decide(Architecture.X86_64, 0x40000000 | 101, 0, 0)).isEqualTo(KILL);
        assertThat(decide(Architecture.X86_64, -1, 0, 0)).isEqualTo(KILL);
        assertThat(interpret(filter, 0x40000003, 1, 0, 0)).as("32-bit calls").isEqualTo(KILL);
    }

    private static int decide(Architecture architecture, int number, long first, long second) {
        return interpret(SeccompFilter.bytes(architecture), architecture.audit, number, first, second);
    }

    private static int interpret(byte[] filter, int audit, int number, long first, long second) {
        ByteBuffer call = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(0, number).putInt(4, audit).putLong(16, first).putLong(24, second);
        ByteBuffer program = ByteBuffer.wrap(filter).order(ByteOrder.LITTLE_ENDIAN);
        int register = 0;
        for (int at = 0; ; at++) {
            int value = program.getInt(at * 8 + 4);
            boolean holds;
            switch (program.getShort(at * 8)) {
                case 0x20 -> {
                    register = call.getInt(value);
                    continue;
                }
                case 0x06 -> {
                    return value;
                }
                case 0x15 -> holds = register == value;
                case 0x35 -> holds = Integer.compareUnsigned(register, value) >= 0;
                case 0x45 -> holds = (register & value) != 0;
                default -> throw new AssertionError("instruction " + at + " is unknown");
            }
            at += program.get(at * 8 + (holds ? 2 : 3));
        }
    }
}
