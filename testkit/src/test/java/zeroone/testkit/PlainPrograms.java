package zeroone.testkit;

import java.util.ArrayList;
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
    private final PlainInput input;
    private final boolean slips;

    private PlainPrograms(Map<String, Integer> knobs, String input, boolean slips) {
        this.knobs = knobs;
        this.input = new PlainInput(input);
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
        PlainOptima optima = new PlainOptima(knobs, input, slips);
        return switch (kind) {
            case "pick-sum" -> Long.toString(pickSum());
            case "window-mean" -> windowMean();
            case "prime-count" -> Integer.toString(primeCount());
            case "top-k" -> Long.toString(topK());
            case "brackets" -> Long.toString(brackets());
            case "bookings" -> Integer.toString(optima.bookings());
            case "pair-sum" -> pairSum();
            case "descent" -> Long.toString(optima.descent());
            case "leaper-path" -> Long.toString(optima.leaperPath());
            case "rising-picks" -> Integer.toString(optima.risingPicks());
            case "knapsack" -> Long.toString(optima.knapsack());
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
        PlainCounts heights = new PlainCounts(1 << 20);
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
}
