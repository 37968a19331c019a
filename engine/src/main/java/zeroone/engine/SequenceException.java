package zeroone.engine;

/** A sequence cannot go on; its neighbours can. The message says why, to whoever asked for it. */
final class SequenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SequenceException(String message) {
        super(message);
    }

    /** Whether it is not one sequence that has failed but the machine, and with it all of them. */
    static boolean endsAll(Throwable failure) {
        return failure instanceof VirtualMachineError
                && !(failure instanceof StackOverflowError); // a grammar may be nested as deeply as its author likes
    }

    /** What is told of a failure, which may come from anybody: even asking it for its message may fail. */
    static String tell(Throwable failure) {
        try {
            return failure instanceof SequenceException ? String.valueOf(failure.getMessage()) : failure.toString();
        } catch (Throwable worse) {
            return failure.getClass().getName();
        }
    }
}
