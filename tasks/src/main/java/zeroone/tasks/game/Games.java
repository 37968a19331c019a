package zeroone.tasks.game;

import java.util.List;

/** The built-in games. */
public final class Games {
    private static final int CONNECT_FOUR_DEPTH = 8;

    private Games() {}

    public static List<Game> all() {
        return List.of(ticTacToe(), connectFour(), kuhnPoker(), twentyQuestions());
    }

    /** Against perfect play: a draw is the best that can be reached. */
    public static Game ticTacToe() {
        return new BoardGame<>(
                "tic-tac-toe",
                "You play tic-tac-toe with X; the opponent has O. Three in a row, column or diagonal win. Free squares show"
                        + " their numbers, 1 to 9. A move is the number of a free square.",
                TicTacToeBoard.EMPTY,
                new Minimax(9));
    }

    /** Against an opponent who looks eight moves ahead. */
    public static Game connectFour() {
        return new BoardGame<>(
                "connect-four",
                "You play Connect Four with X; the opponent has O. A stone falls to the lowest free place of its column. Four"
                        + " in a row, column or diagonal win. A move is the number of a column that is not full, 1 to 7.",
                ConnectFourBoard.EMPTY,
                new Minimax(CONNECT_FOUR_DEPTH));
    }

    /** Against an equilibrium strategy, which nobody beats in the long run. */
    public static Game kuhnPoker() {
        return new KuhnPoker(10);
    }

    /** Twenty questions about one of the things of a bundled table. */
    public static Game twentyQuestions() {
        return new TwentyQuestions(20);
    }

    /**
     * The game with the given name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Game named(String name) {
        return all().stream()
                .filter(game -> game.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no game \"" + name + "\"; use one of "
                        + String.join(", ", all().stream().map(Game::name).toList())));
    }
}
