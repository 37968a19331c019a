package zeroone.cli.train;

/** The user asked to stop in the middle of something that can be done again: carries the request out of it. */
final class StopRequested extends RuntimeException {
    private static final long serialVersionUID = 1;

    StopRequested() {
        super("stopped by request");
    }
}
