package zeroone.tasks.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One game as it was played.
 *
 * @param turns what the player saw and did, in order
 */
public record Match(String game, long seed, List<Turn> turns, Outcome outcome) {
    private static final int MOST_TURNS = 1_000;

    /** What the player saw and what he did. */
    public record Turn(String observation, String move) {}

    public Match {
        turns = List.copyOf(turns);
    }

    /**
     * Plays a game to its end.
     *
     * @param player chooses a move; whatever he writes is taken for one
     * @throws IllegalStateException if the game does not end in a thousand turns
     */
    public static Match play(Game game, long seed, Function<Position, String> player) {
        List<Turn> turns = new ArrayList<>();
        Position position = game.start(seed);
        while (turns.size() < MOST_TURNS) {
            Optional<Outcome> outcome = position.outcome();
            if (outcome.isPresent()) {
                return new Match(game.name(), seed, turns, outcome.get());
            }
            String move = player.apply(position);
            turns.add(new Turn(position.observation(), move));
            position = position.play(move);
        }
        throw new IllegalStateException("game " + game.name() + " does not end: " + MOST_TURNS + " turns were played");
    }
}
