package zeroone.tasks.game;

/**
 * An equilibrium of Kuhn's three-card poker. Cards are 0 (jack), 1 (queen) and 2 (king). The first player's equilibria are
 * a family, of which this is the one that bluffs with a third of the greatest frequency; the second player has one.
 */
final class KuhnStrategy {
    /** How often the first player bluffs with a jack: anything from 0 to 1/3 is an equilibrium. */
    private static final double BLUFF = 1.0 / 9;

    /** What the hand is worth to the first player against best play, in chips. */
    static final double VALUE = -1.0 / 18;

    private KuhnStrategy() {}

    /** Chance of a bet by the first player, who opens. */
    static double opens(int card) {
        return switch (card) {
            case 0 -> BLUFF;
            case 1 -> 0;
            default -> 3 * BLUFF;
        };
    }

    /** Chance that the first player, having checked, calls a bet. */
    static double callsAfterCheck(int card) {
        return switch (card) {
            case 0 -> 0;
            case 1 -> BLUFF + 1.0 / 3;
            default -> 1;
        };
    }

    /** Chance of a bet by the second player after a check. */
    static double betsAfterCheck(int card) {
        return switch (card) {
            case 0 -> 1.0 / 3;
            case 1 -> 0;
            default -> 1;
        };
    }

    /** Chance that the second player calls a bet. */
    static double callsBet(int card) {
        return switch (card) {
            case 0 -> 0;
            case 1 -> 1.0 / 3;
            default -> 1;
        };
    }
}
