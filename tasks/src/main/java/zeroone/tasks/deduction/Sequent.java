package zeroone.tasks.deduction;

import java.util.List;
import java.util.stream.Collectors;

/** What is to be proved, from what. */
record Sequent(List<Proposition> premises, Proposition goal) {
    Sequent {
        premises = List.copyOf(premises);
    }

    /** Whether the goal is true whenever the premises are. */
    boolean isValid() {
        return (together() & ~goal.truthTable()) == 0;
    }

    /** Whether the premises can be true together, and the goal is not true anyway. */
    boolean isInteresting() {
        return together() != 0 && goal.truthTable() != -1L && !premises.contains(goal);
    }

    private long together() {
        return premises.stream().mapToLong(Proposition::truthTable).reduce(-1L, (a, b) -> a & b);
    }

    String text() {
        return premises.stream().map(Proposition::text).collect(Collectors.joining(", ")) + " |- " + goal.text();
    }
}
