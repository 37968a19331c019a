package zeroone.tasks.code.judge;

/** A compiler refused a program; the message is what it said, shortened. */
final class CompilationError extends Exception {
    CompilationError(String message) {
        super(message);
    }
}
