package zeroone.tasks.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.Socket;

/** Runs inside the sandbox and tries what a shell cannot: system calls by number, and a connection. */
final class HostileProgram {
    private HostileProgram() {}

    /** {@code call N A B}: makes system call N with two arguments; {@code connect PORT}: to this machine. */
    public static void main(String[] arguments) throws Throwable {
        switch (arguments[0]) {
            case "call" -> {
                for (int i = 1; i < arguments.length; i++) {
                    String[] words = arguments[i].split(",", -1);
                    System.out.println(words[0] + " "
                            + call(Long.parseLong(words[0]), Long.decode(words[1]), Long.decode(words[2])));
                }
            }
            case "connect" -> connect(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void connect(int port) {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            System.out.println("connected " + socket.isConnected());
        } catch (IOException | ExceptionInInitializerError refused) {
            // The runtime's own start of its network may fail already.
            System.out.println("refused");
        }
    }

    private static String call(long number, long first, long second) throws Throwable {
        Linker linker = Linker.nativeLinker();
        StructLayout state = Linker.Option.captureStateLayout();
        MethodHandle syscall = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG),
                Linker.Option.captureCallState("errno"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(state);
            long result = (long) syscall.invokeExact(captured, number, first, second, 0L, 0L, 0L);
            int errno = (int) state.varHandle(MemoryLayout.PathElement.groupElement("errno"))
                    .get(captured, 0L);
            return result == -1 ? "errno " + errno : "done";
        }
    }
}
