package zeroone.tasks.deduction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zeroone.tasks.deduction.Line.Reference;

/** Leaves out the lines of a proof that its last line does not need. */
final class Pruning {
    private Pruning() {}

    static List<Line> pruned(List<Line> proof) {
        Set<Integer> needed = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(proof.size()));
        while (!open.isEmpty()) {
            int number = open.removeLast();
            if (needed.add(number)) {
                for (Reference reference : proof.get(number - 1).references()) {
                    open.add(reference.first());
                    open.add(reference.last());
                }
            }
        }
        List<Line> kept = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Line line : proof) {
            if (needed.contains(line.number())) {
                numbers.put(line.number(), kept.size() + 1);
                kept.add(new Line(
                        kept.size() + 1,
                        line.depth(),
                        line.proposition(),
                        line.rule(),
                        line.references().stream()
                                .map(reference -> new Reference(
                                        numbers.getOrDefault(reference.first(), 0),
                                        numbers.getOrDefault(reference.last(), 0)))
                                .toList()));
            }
        }
        return kept;
    }
}
