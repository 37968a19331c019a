package zeroone.tasks.game;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.text.CounterRandom;

/**
 * A board game against an opponent who searches. Squares and columns are written from 1. The seed decides who begins and
 * how the opponent chooses among equally good moves.
 */
record BoardGame<B extends Board<B>>(String name, String rules, B empty, Minimax opponent) implements Game {
    @Override
    public Position start(long seed) {
        CounterRandom chance = CounterRandom.of(seed).split(name);
        boolean playerBegins = chance.uniform(0) < 0.5;
        Turn<B> before = new Turn<>(this, chance, playerBegins, 1, empty, "");
        return playerBegins ? new Turn<>(this, chance, true, 1, empty, "You begin.\n") : before.answered(empty);
    }

    /**
     * @param told what is said above the board
     */
    private record Turn<B extends Board<B>>(
            BoardGame<B> game, CounterRandom chance, boolean playerBegan, int number, B board, String told)
            implements Position {
        @Override
        public String observation() {
            return told + board.text(playerBegan);
        }

        @Override
        public List<String> moves() {
            return board.moves().stream()
                    .sorted()
                    .map(move -> String.valueOf(move + 1))
                    .toList();
        }

        @Override
        public Optional<Outcome> outcome() {
            return Optional.empty();
        }

        @Override
        public Position play(String move) {
            String written = move.strip();
            if (!moves().contains(written)) {
                return new FinalPosition(observation(), Outcome.illegal(written, moves()));
            }
            B played = board.play(Integer.parseInt(written) - 1);
            return ended(played, Outcome.Result.WON).orElseGet(() -> answered(played));
        }

        /** The position after the opponent's move. */
        Position answered(B played) {
            RandomGenerator random = chance.split(number).sequence();
            int answer = game.opponent.choose(played, random);
            B next = played.play(answer);
            return ended(next, Outcome.Result.LOST)
                    .orElseGet(() -> new Turn<>(
                            game, chance, playerBegan, number + 1, next, "The opponent plays " + (answer + 1) + ".\n"));
        }

        private Optional<Position> ended(B after, Outcome.Result decided) {
            if (after.decided()) {
                String who = decided == Outcome.Result.WON ? "you have" : "the opponent has";
                return Optional.of(
                        new FinalPosition(after.text(playerBegan), new Outcome(decided, who + " completed a row")));
            }
            return after.moves().isEmpty()
                    ? Optional.of(new FinalPosition(
                            after.text(playerBegan), new Outcome(Outcome.Result.DRAWN, "the board is full")))
                    : Optional.empty();
        }
    }
}
