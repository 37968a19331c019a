package zeroone.tasks.game;

import java.util.Objects;

/**
 * How a game ended for the player.
 *
 * @param reason why, in words
 */
public record Outcome(Result result, String reason) {
    /** For the player. */
    public enum Result {
        WON,
        DRAWN,
        LOST
    }

    public Outcome {
        Objects.requireNonNull(result, "result");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an outcome must say why");
        }
    }

    static Outcome illegal(String move, java.util.List<String> legal) {
        String shown = move.length() <= 40 ? move : move.substring(0, 40) + "…";
        return new Outcome(
                Result.LOST,
                "\"" + shown + "\" is not a legal move; "
                        + (legal.size() <= 10
                                ? "legal were " + String.join(", ", legal)
                                : "there were " + legal.size()));
    }
}
