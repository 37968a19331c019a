package zeroone.tasks.nonogram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A grid of some size: the names of its cells, and all lines that have given blocks. */
final class NonogramShape {
    private final int size;
    private final List<String> names;
    private final Map<String, int[]> lines = new HashMap<>();

    NonogramShape(int size) {
        this.size = size;
        names = IntStream.range(0, size * size)
                .mapToObj(cell -> "" + (char) ('A' + cell / size) + (cell % size + 1))
                .toList();
        IntStream.range(0, 1 << size)
                .boxed()
                .collect(Collectors.groupingBy(Blocks::of))
                .forEach((blocks, all) -> lines.put(
                        blocks, all.stream().mapToInt(Integer::intValue).toArray()));
    }

    int size() {
        return size;
    }

    List<String> names() {
        return names;
    }

    /** All lines with the blocks, as bits; none if no line of this size has them. */
    int[] lines(String blocks) {
        return lines.getOrDefault(blocks, new int[0]);
    }
}
