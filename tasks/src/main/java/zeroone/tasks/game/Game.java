package zeroone.tasks.game;

/** A game that is played in text against an opponent who is part of it. Implementations are pure and thread-safe. */
public interface Game {
    /** In small letters with hyphens, e.g. "connect-four". */
    String name();

    /** What a player must know before the first move: the rules, the aim, and how moves are written. */
    String rules();

    /**
     * The first position in which it is the player's turn, a pure function of the seed: who begins, cards, secrets and the
     * opponent's choices all follow from it.
     */
    Position start(long seed);
}
