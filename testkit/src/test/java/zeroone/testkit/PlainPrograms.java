package zeroone.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Every kind of programming problem solved a second time, from the text of the input alone and by another algorithm than
 * the reference solution's: the longest rising subsequence with a Fenwick tree instead of bisection, bookings by dynamic
 * programming instead of greedily, and so on. Each can be made to slip in a small way, as people do.
 */
final class PlainPrograms {
    private final Map<String, Integer> knobs;
    private final Words input;
    private final boolean slips;

    private PlainPrograms(Map<String, Integer> knobs, String input, boolean slips) {
        this.knobs = knobs;
        this.input = new Words(input);
        this.slips = slips;
    }

    static String output(String kind, Map<String, Integer> knobs, String input) {
        return new PlainPrograms(knobs, input, false).run(kind);
    }

    /** What a program prints that is off by one, forgets a case or takes the wrong end. */
    static String slipped(String kind, Map<String, Integer> knobs, String input) {
        return new PlainPrograms(knobs, input, true).run(kind);
    }

    private String run(String kind) {
        return switch (kind) {
            case "pick-sum" -> Long.toString(pickSum());
            case "window-mean" -> windowMean();
            case "prime-count" -> Integer.toString(primeCount());
            case "top-k" -> Long.toString(topK());
            case "brackets" -> Long.toString(brackets());
            case "bookings" -> Integer.toString(bookings());
            case "pair-sum" -> pairSum();
            case "descent" -> Long.toString(descent());
            case "leaper-path" -> Long.toString(leaperPath());
            case "rising-picks" -> Integer.toString(risingPicks());
            case "knapsack" -> Long.toString(knapsack());
            case "occurrences" -> Long.toString(occurrences());
            default -> throw new AssertionError("there is no second program for " + kind);
        };
    }

    /** One sum for each remainder. Slips: less than for at most. */
    private long pickSum() {
        long[] sums = new long[knob("m")];
        for (long value : input.numbers()) {
            sums[(int) (value % sums.length)] += value;
        }
        long total = 0;
        for (int remainder = 0; remainder < sums.length; remainder++) {
            total += remainder < knob("r") + (slips ? 0 : 1) ? sums[remainder] : -sums[remainder];
        }
        return total;
    }

    /** Sums up to each place. Slips: the last window is forgotten. */
    private String windowMean() {
        int k = (int) input.number();
        long[] values = input.numbers();
        long[] upTo = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            long deviation = values[i] > knob("centre") ? values[i] - knob("centre") : knob("centre") - values[i];
            upTo[i + 1] = upTo[i] + (deviation > knob("cap") ? knob("cap") : deviation);
        }
        double best = 0;
        for (int end = k; end < upTo.length - (slips ? 1 : 0); end++) {
            best = Math.max(best, (double) (upTo[end] - upTo[end - k]) / k);
        }
        return String.format(Locale.ROOT, "%.9f", best);
    }

    /** Euler's sieve, which crosses out every number once. Slips: without the last number. */
    private int primeCount() {
        int low = (int) input.number();
        int high = (int) input.number();
        boolean[] composite = new boolean[high + 1];
        int[] primes = new int[high + 1];
        int found = 0;
        int count = 0;
        for (int number = 2; number <= high; number++) {
            if (!composite[number]) {
                primes[found++] = number;
                count += number >= low + (slips ? 1 : 0) && number % knob("m") <= knob("r") ? 1 : 0;
            }
            for (int i = 0; i < found && (long) primes[i] * number <= high; i++) {
                composite[primes[i] * number] = true;
                if (number % primes[i] == 0) {
                    break;
                }
            }
        }
        return count;
    }

    /** How many scores there are of each height, in a Fenwick tree. Slips: at most the limit counts as less. */
    private long topK() {
        int k = (int) input.number();
        long[] scores = input.numbers();
        Fenwick heights = new Fenwick(1 << 20);
        long sum = 0;
        for (int i = 0; i < scores.length; i++) {
            heights.add((int) scores[i]);
            int count = i + 1;
            if (count >= k && count % knob("every") == 0) {
                long kth = heights.smallest(count - k + 1);
                sum += kth < knob("limit") || (slips && kth == knob("limit")) ? 0 : kth;
            }
        }
        return sum;
    }

    /**
     * Every bracket that opens makes a new place, one that closes goes back to where the last was: a stretch is balanced if
     * it starts and ends in one place. Slips: whatever closes closes.
     */
    private long brackets() {
        String letters = input.word();
        List<Integer> outside = new ArrayList<>(List.of(-1));
        List<Character> opened = new ArrayList<>(List.of(' '));
        List<Long> visits = new ArrayList<>(List.of(1L));
        int place = 0;
        long pairs = 0;
        for (char letter : letters.toCharArray()) {
            boolean opens = (letter - 'a' - knob("first")) % 2 == 0;
            boolean closes = !opens && outside.get(place) >= 0 && (slips || opened.get(place) + 1 == letter);
            if (closes) {
                place = outside.get(place);
            } else {
                // No stretch goes on over what closes nothing, so that there is nothing outside of the new place.
                outside.add(opens ? place : -1);
                opened.add(letter);
                visits.add(0L);
                place = visits.size() - 1;
            }
            pairs += visits.get(place);
            visits.set(place, visits.get(place) + 1);
        }
        return pairs % knob("modulus");
    }

    /** The most among the first bookings by end, each taken or left. Slips: a start right after the pause is too early. */
    private int bookings() {
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

    /** The last place of each remainder, from the end backwards. Slips: pairs a number with itself. */
    private String pairSum() {
        long[] values = input.numbers();
        int m = knob("m");
        Map<Long, Integer> places = new TreeMap<>();
        for (int i = values.length - 1; i >= 0; i--) {
            if (slips) {
                places.put(values[i] % m, i);
            }
            Integer partner = places.get((knob("r") - values[i] % m + m) % m);
            if (partner != null) {
                return (i + 1) + " " + (partner + 1);
            }
            places.put(values[i] % m, i);
        }
        return "0 0";
    }

    /** From the last cell backwards. Slips: never steps diagonally. */
    private long descent() {
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
    private long leaperPath() {
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
    private int risingPicks() {
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
    private long knapsack() {
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

    /** For each place how much agrees with the start of the pattern (the Z function). Slips: occurrences do not overlap. */
    private long occurrences() {
        String text = input.word();
        String pattern = input.word();
        String both = pattern + "#" + text;
        int[] agree = new int[both.length()];
        long sum = 0;
        long free = 0;
        for (int i = 1, left = 0, right = 0; i < both.length(); i++) {
            int same = i < right ? Math.min(right - i, agree[i - left]) : 0;
            while (i + same < both.length() && both.charAt(same) == both.charAt(i + same)) {
                same++;
            }
            agree[i] = same;
            if (i + same > right) {
                left = i;
                right = i + same;
            }
            long place = (long) i - pattern.length() - 1;
            if (same == pattern.length() && place >= free) {
                sum += (knob("m") * place + knob("r")) % 1_000;
                free = slips ? place + pattern.length() : 0;
            }
        }
        return sum;
    }

    private int knob(String name) {
        return Objects.requireNonNull(knobs.get(name), name);
    }

    /** How many numbers there are of each value. */
    private static final class Fenwick {
        private final int[] counts;

        Fenwick(int size) {
            counts = new int[size + 1];
        }

        void add(int value) {
            for (int i = value + 1; i < counts.length; i += i & -i) {
                counts[i]++;
            }
        }

        /** The rank-th smallest value. */
        int smallest(int rank) {
            int place = 0;
            int left = rank;
            for (int step = Integer.highestOneBit(counts.length - 1); step > 0; step /= 2) {
                if (place + step < counts.length && counts[place + step] < left) {
                    place += step;
                    left -= counts[place];
                }
            }
            return place;
        }
    }

    /** An input, word by word. */
    private static final class Words {
        private final String[] words;
        private int next;

        Words(String text) {
            words = text.split("\\s+", -1);
        }

        String word() {
            return words[next++];
        }

        long number() {
            return Long.parseLong(word());
        }

        long[] numbers() {
            long[] numbers = new long[(int) number()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number();
            }
            return numbers;
        }

        List<String> lines() {
            int count = (int) number();
            List<String> lines = List.of(words).subList(next, next + count);
            next += count;
            return lines;
        }
    }
}
