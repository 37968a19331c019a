package zeroone.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The programs of {@link PlainPrograms} that look for the most or the least. */
final class PlainOptima {
    private final Map<String, Integer> knobs;
    private final PlainInput input;
    private final boolean slips;

    PlainOptima(Map<String, Integer> knobs, PlainInput input, boolean slips) {
        this.knobs = knobs;
        this.input = input;
        this.slips = slips;
    }

    /** The most among the first bookings by end, each taken or left. Slips: a start right after the pause is too early. */
    int bookings() {
        long[] starts = input.numbers();
        long[] ends = input.numbers();
        List<long[]> byEnd = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            byEnd.add(new long[] {starts[i], ends[i]});
        }
        byEnd.sort((one, other) -> Long.compare(one[1], other[1]));
        int[] most = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            long latest = byEnd.get(i)[0] - knob("pause") - (slips ? 1 : 0);
            int low = 0;
            int high = i;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (byEnd.get(middle - 1)[1] <= latest) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            most[i + 1] = Math.max(most[i], most[low] + 1);
        }
        return most[starts.length];
    }

    /** From the last cell backwards. Slips: never steps diagonally. */
    long descent() {
        int width = (int) input.number();
        long[] cells = input.numbers();
        long[] rest = new long[cells.length];
        for (int cell = cells.length - 1; cell >= 0; cell--) {
            boolean right = (cell + 1) % width > 0;
            boolean down = cell + width < cells.length;
            long onwards = right || down ? Long.MIN_VALUE : 0;
            onwards = right ? Math.max(onwards, knob("bonus") + rest[cell + 1]) : onwards;
            onwards = down ? Math.max(onwards, rest[cell + width]) : onwards;
            onwards = right && down && !slips ? Math.max(onwards, rest[cell + width + 1] - knob("fee")) : onwards;
            rest[cell] = cells[cell] + onwards;
        }
        return rest[0];
    }

    /** Costs are lowered over the whole grid until none can be. Slips: long and short are never exchanged. */
    long leaperPath() {
        List<String> grid = input.lines();
        int columns = grid.getFirst().length();
        long never = Long.MAX_VALUE / 2;
        long[][] costs = new long[grid.size()][columns];
        for (long[] row : costs) {
            Arrays.fill(row, never);
        }
        costs[grid.size() - 1][columns - 1] = 0;
        boolean lowered = true;
        while (lowered) {
            lowered = false;
            for (int row = 0; row < grid.size(); row++) {
                for (int column = 0; column < columns; column++) {
                    long cost = grid.get(row).charAt(column) == '#' ? never : around(costs, row, column) + knob("cost");
                    if (cost < costs[row][column]) {
                        costs[row][column] = cost;
                        lowered = true;
                    }
                }
            }
        }
        return costs[0][0] >= never ? -1 : costs[0][0];
    }

    private long around(long[][] costs, int row, int column) {
        long least = Long.MAX_VALUE / 2;
        for (int down : new int[] {knob("p"), -knob("p"), knob("q"), -knob("q")}) {
            boolean isShort = Math.abs(down) == knob("p");
            if (slips && !isShort) {
                continue;
            }
            int across = isShort ? knob("q") : knob("p");
            for (int right : new int[] {across, -across}) {
                boolean inside = row + down >= 0
                        && row + down < costs.length
                        && column + right >= 0
                        && column + right < costs[0].length;
                least = inside ? Math.min(least, costs[row + down][column + right]) : least;
            }
        }
        return least;
    }

    /** The most picks that end at each height, in a Fenwick tree of maxima. Slips: more than the gap for at least. */
    int risingPicks() {
        long[] values = input.numbers();
        long[] heights = Arrays.stream(values).sorted().distinct().toArray();
        int[] most = new int[heights.length + 1];
        int best = 0;
        for (long value : values) {
            int picks = 1;
            for (int i = atMost(heights, value - knob("gap") - (slips ? 1 : 0)); i > 0; i -= i & -i) {
                picks = Math.max(picks, most[i] + 1);
            }
            for (int i = atMost(heights, value); i < most.length; i += i & -i) {
                most[i] = Math.max(most[i], picks);
            }
            best = Math.max(best, picks);
        }
        return best;
    }

    /** How many heights are at most so large. */
    private static int atMost(long[] heights, long value) {
        int place = Arrays.binarySearch(heights, value);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** All weights that pay, each with its price: a load that is heavier and no dearer is dropped. Slips: never quite full. */
    long knapsack() {
        long capacity = input.number() - (slips ? 1 : 0);
        long[] weights = input.numbers();
        long[] prices = input.numbers();
        TreeMap<Long, Long> loads = new TreeMap<>(Map.of(0L, 0L));
        for (int piece = 0; piece < weights.length * knob("copies"); piece++) {
            int thing = piece / knob("copies");
            TreeMap<Long, Long> more = new TreeMap<>(loads);
            loads.forEach((weight, price) -> {
                long heavier = weight + weights[thing] + knob("wrapping");
                if (heavier <= capacity) {
                    more.merge(heavier, price + prices[thing], Math::max);
                }
            });
            loads.clear();
            long dearest = -1;
            for (Map.Entry<Long, Long> load : more.entrySet()) {
                if (load.getValue() > dearest) {
                    dearest = load.getValue();
                    loads.put(load.getKey(), dearest);
                }
            }
        }
        return loads.lastEntry().getValue();
    }

    private int knob(String name) {
        return Objects.requireNonNull(knobs.get(name), name);
    }
}
