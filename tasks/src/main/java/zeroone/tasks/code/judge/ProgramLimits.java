package zeroone.tasks.code.judge;

/**
 * What a program may use for one test.
 *
 * @param millis processor time of a C++ program; see {@link Language#millis} for the others
 * @param mebibytes memory; a Java program may use {@value #JAVA_RUNTIME} more, for the runtime itself
 */
public record ProgramLimits(int millis, int mebibytes) {
    static final int JAVA_RUNTIME = 128;

    public static final ProgramLimits DEFAULT = new ProgramLimits(500, 256);

    public ProgramLimits {
        if (millis < 10 || millis > 60_000) {
            throw new IllegalArgumentException("the time limit must be in [10, 60000] ms: " + millis);
        }
        if (mebibytes < 16 || mebibytes > 4_096) {
            throw new IllegalArgumentException("the memory limit must be in [16, 4096] MiB: " + mebibytes);
        }
    }
}
