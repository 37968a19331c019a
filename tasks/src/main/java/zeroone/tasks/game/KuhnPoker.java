package zeroone.tasks.game;

import java.util.List;
import java.util.Optional;
import zeroone.text.CounterRandom;

/**
 * Poker with three cards, in which the players open in turn, over several hands.
 *
 * @param hands how many hands are played
 */
record KuhnPoker(int hands) implements Game {
    private static final List<String> CARDS = List.of("jack", "queen", "king");
    private static final List<String> OPEN = List.of("check", "bet");
    private static final List<String> RESPOND = List.of("call", "fold");

    KuhnPoker {
        if (hands < 1 || hands > 500) {
            throw new IllegalArgumentException("1 to 500 hands are played: " + hands);
        }
    }

    @Override
    public String name() {
        return "kuhn-poker";
    }

    @Override
    public String rules() {
        return "You play " + hands
                + " hands of Kuhn poker. In each, both players put one chip in the pot and get one of three"
                + " cards: jack, queen, king, of which the king is highest. The one who opens may check or bet one chip. After a"
                + " check the other may check, which ends the hand, or bet. Who faces a bet may call, with one chip, or fold,"
                + " which loses the pot. At the end the higher card wins the pot. You open every other hand. Moves are check,"
                + " bet, call and fold. Who has won chips after all hands has won.";
    }

    @Override
    public Position start(long seed) {
        CounterRandom chance = CounterRandom.of(seed).split(name());
        return deal(chance, 0, chance.uniform(0) < 0.5, 0, "");
    }

    private Position deal(CounterRandom chance, int hand, boolean playerOpens, int chips, String told) {
        if (hand == hands) {
            Outcome.Result result =
                    chips > 0 ? Outcome.Result.WON : chips == 0 ? Outcome.Result.DRAWN : Outcome.Result.LOST;
            return new FinalPosition(told.strip(), new Outcome(result, "you end with " + signed(chips) + " chips"));
        }
        CounterRandom deal = chance.split(hand + 1L);
        int mine = (int) (deal.uniform(0) * 3);
        int theirs = (mine + 1 + (int) (deal.uniform(1) * 2)) % 3;
        Hand dealt = new Hand(this, chance, hand, playerOpens, chips, mine, theirs, false, OPEN, told);
        if (playerOpens) {
            return dealt;
        }
        return deal.uniform(2) < KuhnStrategy.opens(theirs)
                ? dealt.facing(RESPOND, "The opponent bets. ")
                : dealt.facing(OPEN, "The opponent checks. ");
    }

    private static String signed(int chips) {
        return chips > 0 ? "+" + chips : String.valueOf(chips);
    }

    /**
     * @param checked whether the player has checked in this hand
     * @param choices what the player may do now
     */
    private record Hand(
            KuhnPoker game,
            CounterRandom chance,
            int number,
            boolean playerOpens,
            int chips,
            int mine,
            int theirs,
            boolean checked,
            List<String> choices,
            String told)
            implements Position {
        Hand facing(List<String> next, String more) {
            return new Hand(game, chance, number, playerOpens, chips, mine, theirs, checked, next, told + more);
        }

        @Override
        public String observation() {
            return told + "Hand " + (number + 1) + " of " + game.hands + ", chips " + signed(chips) + ". You have the "
                    + CARDS.get(mine) + ". You may " + String.join(" or ", choices) + ".";
        }

        @Override
        public List<String> moves() {
            return choices;
        }

        @Override
        public Optional<Outcome> outcome() {
            return Optional.empty();
        }

        @Override
        public Position play(String move) {
            String written = move.strip();
            if (!choices.contains(written)) {
                return new FinalPosition(observation(), Outcome.illegal(written, choices));
            }
            double luck = chance.split(number + 1L).uniform(3);
            return switch (written) {
                case "fold" -> settled(-1, "You fold. ");
                case "call" -> shown(2);
                case "bet" ->
                    luck < (playerOpens ? KuhnStrategy.callsBet(theirs) : KuhnStrategy.callsAfterCheck(theirs))
                            ? shown(2)
                            : settled(1, "The opponent folds. ");
                default ->
                    playerOpens && luck < KuhnStrategy.betsAfterCheck(theirs)
                            ? new Hand(
                                    game,
                                    chance,
                                    number,
                                    true,
                                    chips,
                                    mine,
                                    theirs,
                                    true,
                                    RESPOND,
                                    "The opponent bets. ")
                            : shown(1);
            };
        }

        private Position shown(int stake) {
            return settled(
                    mine > theirs ? stake : -stake,
                    "The opponent shows the " + CARDS.get(theirs) + ": you " + (mine > theirs ? "win" : "lose") + ". ");
        }

        private Position settled(int won, String how) {
            return game.deal(chance, number + 1, !playerOpens, chips + won, how + "(" + signed(won) + ")\n");
        }
    }
}
