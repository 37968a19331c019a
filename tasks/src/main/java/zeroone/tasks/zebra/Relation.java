package zeroone.tasks.zebra;

import java.util.Locale;
import java.util.Optional;

/** What a clue says of an item and a house, or of two items. */
enum Relation {
    AT("is in house"),
    NOT_AT("is not in house"),
    WITH("is in the same house as"),
    NOT_WITH("is not in the same house as"),
    LEFT_OF("is directly left of"),
    NEXT_TO("is next to"),
    BEFORE("is somewhere left of");

    private final String wording;

    Relation(String wording) {
        this.wording = wording;
    }

    String wording() {
        return wording;
    }

    /** Whether it is about an item and a house, not about two items. */
    boolean ofHouse() {
        return this == AT || this == NOT_AT;
    }

    /** Whether it says the same with its two sides exchanged. */
    boolean symmetric() {
        return this == WITH || this == NOT_WITH || this == NEXT_TO;
    }

    /** Whether it holds of the houses of the two sides. */
    boolean holds(int house, int other) {
        return switch (this) {
            case AT, WITH -> house == other;
            case NOT_AT, NOT_WITH -> house != other;
            case LEFT_OF -> house + 1 == other;
            case NEXT_TO -> Math.abs(house - other) == 1;
            case BEFORE -> house < other;
        };
    }

    /** The name of the relation in reference data. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Relation> of(String code) {
        for (Relation relation : values()) {
            if (relation.code().equals(code)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }
}
