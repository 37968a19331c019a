package zeroone.tasks.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.tasks.game.Outcome.Result;
import zeroone.text.CounterRandom;

class GamesTest {
    static List<Game> games() {
        return Games.all();
    }

    @ParameterizedTest
    @MethodSource("games")
    void a_game_is_a_function_of_its_seed_and_of_the_moves(Game game) {
        Match once = Match.play(game, 3, chance(5));
        assertThat(Match.play(game, 3, chance(5))).isEqualTo(once);
        assertThat(game.rules()).isNotBlank();
        assertThat(once.turns())
                .allSatisfy(turn -> assertThat(turn.observation()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("games")
    void a_move_that_is_none_loses_at_once_with_the_reason(Game game) {
        for (String move : List.of(
                "", "resign", "0", "-1", "99", "１", "1 2", "1\n2", "I win", "(".repeat(10_000), "x".repeat(1 << 20))) {
            Position after = game.start(1).play(move);
            Outcome outcome = after.outcome().orElseThrow();
            assertThat(outcome.result()).isEqualTo(Result.LOST);
            assertThat(outcome.reason()).contains("is not a legal move").hasSizeLessThan(400);
            assertThat(after.moves()).isEmpty();
            assertThatThrownBy(() -> after.play("1")).hasMessageContaining("the game is over");
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void every_move_that_is_offered_is_legal_and_white_space_around_it_is_forgiven(Game game) {
        for (String move : game.start(2).moves()) {
            Optional<Outcome> outcome = game.start(2).play(" " + move + "\n").outcome();
            assertThat(outcome.map(Outcome::reason).orElse("")).doesNotContain("legal");
        }
    }

    @Test
    void nobody_beats_perfect_tic_tac_toe_and_perfect_play_draws() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(Match.play(Games.ticTacToe(), seed, chance(seed))
                            .outcome()
                            .result())
                    .isNotEqualTo(Result.WON);
        }
        assertThat(values(Games.ticTacToe().start(0), new HashMap<>())).isEqualTo(0);
    }

    /** The best that any player can reach, by trying everything: 1 for a win, 0 for a draw. */
    private static int values(Position position, Map<String, Integer> known) {
        Optional<Outcome> outcome = position.outcome();
        if (outcome.isPresent()) {
            return switch (outcome.get().result()) {
                case WON -> 1;
                case DRAWN -> 0;
                case LOST -> -1;
            };
        }
        Integer before = known.get(position.observation());
        if (before != null) {
            return before;
        }
        int best = -1;
        for (String move : position.moves()) {
            best = Math.max(best, values(position.play(move), known));
        }
        known.put(position.observation(), best);
        return best;
    }

    @Test
    void alpha_beta_finds_what_plain_search_finds() {
        RandomGenerator random = CounterRandom.of(9).sequence();
        Minimax four = new Minimax(5);
        for (int i = 0; i < 100; i++) {
            ConnectFourBoard board = ConnectFourBoard.EMPTY;
            for (int move = random.nextInt(20); move > 0 && !board.decided(); move--) {
                board = board.play(
                        board.moves().get(random.nextInt(board.moves().size())));
            }
            if (!board.decided()) {
                assertThat(four.value(board, 4, -Minimax.WIN, Minimax.WIN)).isEqualTo(plain(board, 5, 4));
            }
        }
    }

    private static int plain(ConnectFourBoard board, int depth, int left) {
        if (board.decided()) {
            return -Minimax.WIN + depth - left;
        }
        if (board.moves().isEmpty() || left == 0) {
            return board.moves().isEmpty() ? 0 : board.estimate();
        }
        return board.moves().stream()
                .mapToInt(move -> -plain(board.play(move), depth, left - 1))
                .max()
                .orElseThrow();
    }

    @Test
    void four_in_a_row_are_seen_in_every_direction_and_not_around_the_edge() {
        assertThat(after(0, 1, 0, 1, 0, 1, 0).decided()).isTrue();
        assertThat(after(0, 0, 1, 1, 2, 2, 3).decided()).isTrue();
        assertThat(after(0, 1, 1, 2, 2, 3, 2, 3, 3, 6, 3).decided()).isTrue();
        assertThat(after(3, 2, 2, 1, 1, 0, 1, 0, 0, 6, 0).decided()).isTrue();
        assertThat(after(0, 6, 0, 6, 0, 5, 1).decided()).isFalse();
        // Three on top of one column and one at the bottom of the next are no row.
        assertThat(after(0, 0, 0, 1, 6, 0, 6, 0, 5, 0).decided()).isFalse();
    }

    private static ConnectFourBoard after(int... columns) {
        ConnectFourBoard board = ConnectFourBoard.EMPTY;
        for (int column : columns) {
            board = board.play(column);
        }
        return board;
    }

    @Test
    void the_opponent_at_connect_four_takes_a_win_and_beats_chance() {
        int lost = 0;
        for (long seed = 0; seed < 6; seed++) {
            lost += Match.play(Games.connectFour(), seed, chance(seed))
                                    .outcome()
                                    .result()
                            == Result.LOST
                    ? 1
                    : 0;
        }
        assertThat(lost).isEqualTo(6);
        ConnectFourBoard open = after(0, 6, 1, 6, 2, 5);
        assertThat(new Minimax(8).choose(open, CounterRandom.of(0).sequence())).isEqualTo(3);
    }

    /** Exact: the value of every pure strategy of the player against the opponent's chances, over all deals. */
    @Test
    void no_strategy_gains_more_at_kuhn_poker_than_the_value_of_the_game() {
        double asSecond = 0;
        double asFirst = 0;
        for (int mine = 0; mine < 3; mine++) {
            double check = 0;
            double bet = 0;
            double callAfterCheck = 0;
            double foldAfterCheck = 0;
            double facingBetCall = 0;
            double facingBetFold = 0;
            double facingCheckBet = 0;
            double facingCheckCheck = 0;
            for (int theirs = 0; theirs < 3; theirs++) {
                if (mine == theirs) {
                    continue;
                }
                int wins = mine > theirs ? 1 : -1;
                double calls = KuhnStrategy.callsBet(theirs);
                bet += calls * 2 * wins + (1 - calls);
                double bets = KuhnStrategy.betsAfterCheck(theirs);
                check += (1 - bets) * wins;
                callAfterCheck += bets * 2 * wins;
                foldAfterCheck -= bets;
                double opens = KuhnStrategy.opens(theirs);
                facingBetCall += opens * 2 * wins;
                facingBetFold -= opens;
                facingCheckCheck += (1 - opens) * wins;
                double later = KuhnStrategy.callsAfterCheck(theirs);
                facingCheckBet += (1 - opens) * (later * 2 * wins + (1 - later));
            }
            asFirst += Math.max(bet, check + Math.max(callAfterCheck, foldAfterCheck)) / 6;
            asSecond += (Math.max(facingBetCall, facingBetFold) + Math.max(facingCheckBet, facingCheckCheck)) / 6;
        }
        assertThat(asFirst).isCloseTo(KuhnStrategy.VALUE, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(asSecond).isCloseTo(-KuhnStrategy.VALUE, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void poker_deals_two_different_cards_and_counts_chips() {
        for (long seed = 0; seed < 300; seed++) {
            Match match = Match.play(Games.kuhnPoker(), seed, chance(seed));
            String end = match.outcome().reason();
            assertThat(end).matches("you end with [+-]?[0-9]+ chips");
            assertThat(match.turns().size()).isBetween(10, 20);
            int chips = Integer.parseInt(end.replaceAll("[^-0-9]", ""));
            assertThat(Integer.signum(chips))
                    .isEqualTo(
                            switch (match.outcome().result()) {
                                case WON -> 1;
                                case DRAWN -> 0;
                                case LOST -> -1;
                            });
        }
    }

    @Test
    void every_thing_can_be_found_by_questions_and_none_without() {
        ThingTable table = ThingTable.bundled();
        for (long seed = 0; seed < 100; seed++) {
            Match match = Match.play(Games.twentyQuestions(), seed, new Narrowing(table));
            assertThat(match.outcome().result()).as(match.toString()).isEqualTo(Result.WON);
            assertThat(match.turns().size()).isLessThanOrEqualTo(20);
        }
        Match guesses = Match.play(new TwentyQuestions(2), 0, position -> "guess spoon");
        assertThat(guesses.outcome().result()).isEqualTo(Result.LOST);
        assertThat(guesses.outcome().reason()).startsWith("no question is left; it was the ");
    }

    /** Asks for properties one after the other that split what is left. */
    private static final class Narrowing implements Function<Position, String> {
        private final ThingTable table;
        private final List<String> left;
        private String asked = "";

        Narrowing(ThingTable table) {
            this.table = table;
            this.left = new ArrayList<>(table.things());
        }

        @Override
        public String apply(Position position) {
            if (!asked.isEmpty()) {
                boolean yes = position.observation().startsWith("Yes.");
                left.removeIf(thing -> table.has(thing, asked) != yes);
            }
            asked = table.properties().stream()
                    .min((a, b) -> Integer.compare(lopsided(a), lopsided(b)))
                    .orElseThrow();
            return left.size() == 1 ? "guess " + left.getFirst() : "is it " + asked + "?";
        }

        private int lopsided(String property) {
            int with = (int)
                    left.stream().filter(thing -> table.has(thing, property)).count();
            return Math.abs(2 * with - left.size());
        }
    }

    private static Function<Position, String> chance(long seed) {
        RandomGenerator random = CounterRandom.of(seed, 17).sequence();
        return position -> position.moves().get(random.nextInt(position.moves().size()));
    }
}
