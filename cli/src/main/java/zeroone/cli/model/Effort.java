package zeroone.cli.model;

/** How hard to think, as a share of what the model's context leaves for a thought. */
public enum Effort {
    /** An eighth. */
    LOW(8),
    /** Half. */
    MEDIUM(2),
    /** All of it. */
    HIGH(1);

    private final int part;

    Effort(int part) {
        this.part = part;
    }

    /**
     * The most tokens of a thought.
     *
     * @param room what prompt and answer leave of the context, in tokens
     */
    public int thoughtTokens(int room) {
        return room / part;
    }
}
