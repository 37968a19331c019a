package zeroone.tasks.knights;

/** Somebody makes a claim; for claims about one person, {@code second} is the same as {@code first}. */
record Statement(int speaker, Claim claim, int first, int second) {
    /** Whether the statement is true if the speaker is a knight and false if not; kinds by person, 1 for a knight. */
    boolean fits(int[] kinds) {
        return (kinds[speaker] == 1) == claim.holds(kinds[first] == 1, kinds[second] == 1);
    }
}
