package zeroone.tasks.knights;

import java.util.Locale;
import java.util.Optional;

/** What somebody may say of one or two others. */
enum Claim {
    KNIGHT(1, "%s is a knight"),
    KNAVE(1, "%s is a knave"),
    SAME(2, "%s and %s are of the same kind"),
    DIFFERENT(2, "%s and %s are of different kinds"),
    SOME_KNIGHT(2, "at least one of %s and %s is a knight"),
    SOME_KNAVE(2, "at least one of %s and %s is a knave"),
    IMPLIES(2, "if %s is a knight, so is %s");

    private final int people;
    private final String wording;

    Claim(int people, String wording) {
        this.people = people;
        this.wording = wording;
    }

    /** How many people it is about. */
    int people() {
        return people;
    }

    /** The claim as somebody says it; the second name is ignored by claims about one. */
    String said(String first, String second) {
        return wording.formatted(first, second);
    }

    /** Whether it is so; the second person is ignored by claims about one. */
    boolean holds(boolean firstIsKnight, boolean secondIsKnight) {
        return switch (this) {
            case KNIGHT -> firstIsKnight;
            case KNAVE -> !firstIsKnight;
            case SAME -> firstIsKnight == secondIsKnight;
            case DIFFERENT -> firstIsKnight != secondIsKnight;
            case SOME_KNIGHT -> firstIsKnight || secondIsKnight;
            case SOME_KNAVE -> !firstIsKnight || !secondIsKnight;
            case IMPLIES -> !firstIsKnight || secondIsKnight;
        };
    }

    /** The name of the claim in reference data. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Claim> of(String code) {
        for (Claim claim : values()) {
            if (claim.code().equals(code)) {
                return Optional.of(claim);
            }
        }
        return Optional.empty();
    }
}
