package zeroone.tasks.game;

import java.util.List;
import java.util.Optional;

/** The end of a game. */
record FinalPosition(String observation, Outcome ending) implements Position {
    @Override
    public List<String> moves() {
        return List.of();
    }

    @Override
    public Optional<Outcome> outcome() {
        return Optional.of(ending);
    }

    @Override
    public Position play(String move) {
        throw new IllegalStateException("the game is over: " + ending.reason());
    }
}
