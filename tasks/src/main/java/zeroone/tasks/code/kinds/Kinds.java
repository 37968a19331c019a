package zeroone.tasks.code.kinds;

import java.util.List;

/** All kinds of programming problems. */
final class Kinds {
    private Kinds() {}

    static List<ProblemKind> all() {
        return List.of(
                new PickSum(),
                new WindowMean(),
                new PrimeCount(),
                new TopK(),
                new Brackets(),
                new Bookings(),
                new PairSum(),
                new Descent(),
                new LeaperPath(),
                new RisingPicks(),
                new Knapsack(),
                new Occurrences());
    }

    /** @throws IllegalArgumentException if there is none */
    static ProblemKind named(String name) {
        List<ProblemKind> all = all();
        return all.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"kind\" must be one of "
                        + String.join(", ", all.stream().map(ProblemKind::name).toList()) + ", not \"" + name + "\""));
    }
}
