package zeroone.engine;

/** A sequence cannot go on; its neighbours can. The message says why, to whoever asked for it. */
final class SequenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SequenceException(String message) {
        super(message);
    }
}
