package zeroone.tasks.logic;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * Counting with three overlapping sets: "Of 40 people, 25 play chess, … How many do none of these?"
 *
 * @param people about how many people there are
 */
record VennCounting(String level, int people) implements Exercise<VennCounting.Survey> {
    private static final int REGIONS = 8;
    private static final long MOST = 1_000_000;

    VennCounting {
        if (people < REGIONS || people > MOST) {
            throw new IllegalArgumentException("there must be " + REGIONS + " to " + MOST + " people: " + people);
        }
    }

    /** What is asked for, as the numbers of sets to which the wanted people belong. */
    enum Wanted {
        NONE("do none of these", List.of(0)),
        EXACTLY_ONE("do exactly one of these", List.of(1)),
        EXACTLY_TWO("do exactly two of these", List.of(2)),
        AT_LEAST_ONE("do at least one of these", List.of(1, 2, 3)),
        AT_LEAST_TWO("do at least two of these", List.of(2, 3));

        private final String words;
        private final List<Integer> sets;

        Wanted(String words, List<Integer> sets) {
            this.words = words;
            this.sets = sets;
        }
    }

    /**
     * @param regions how many people are in each region of the diagram; the bits of the index are the three sets
     */
    record Survey(List<Long> regions, Wanted wanted) {
        Survey {
            regions = List.copyOf(regions);
            if (regions.size() != REGIONS) {
                throw new IllegalArgumentException(
                        "\"regions\" must be " + REGIONS + " numbers, not " + regions.size());
            }
        }

        /** How many are in all the sets of a mask. */
        long inAll(int mask) {
            long sum = 0;
            for (int region = 0; region < REGIONS; region++) {
                sum += (region & mask) == mask ? regions.get(region) : 0;
            }
            return sum;
        }

        long answer() {
            long sum = 0;
            for (int region = 0; region < REGIONS; region++) {
                sum += wanted.sets.contains(Integer.bitCount(region)) ? regions.get(region) : 0;
            }
            return sum;
        }
    }

    @Override
    public String name() {
        return "venn-" + level;
    }

    @Override
    public Survey draw(RandomGenerator random) {
        List<Long> regions = random.longs(REGIONS, 0, people / 4 + 1).boxed().toList();
        return new Survey(regions, Wanted.values()[random.nextInt(Wanted.values().length)]);
    }

    @Override
    public ObjectNode data(Survey survey) {
        ObjectNode data = Fields.empty().put("ask", word(survey.wanted()));
        data.set("regions", Fields.array(survey.regions()));
        return data;
    }

    @Override
    public Survey read(ObjectNode data) {
        String ask = Fields.text(data, "ask");
        for (Wanted wanted : Wanted.values()) {
            if (word(wanted).equals(ask)) {
                return new Survey(Fields.wholes(data, "regions", 0, MOST), wanted);
            }
        }
        throw new IllegalArgumentException("\"ask\" must be one of "
                + List.of(Wanted.values()).stream().map(VennCounting::word).toList() + ", not \"" + ask + "\"");
    }

    private static String word(Wanted wanted) {
        return wanted.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String id(Survey survey) {
        return word(survey.wanted()) + " " + survey.regions();
    }

    @Override
    public String prompt(Survey survey) {
        return String.format(
                Locale.ROOT,
                "Of %d people, %d sing, %d swim and %d paint. %d sing and swim, %d sing and paint, %d swim and paint (those"
                        + " who do all three are counted in each of these numbers), and %d do all three. How many people %s?"
                        + " Answer with a whole number.",
                survey.inAll(0),
                survey.inAll(1),
                survey.inAll(2),
                survey.inAll(4),
                survey.inAll(3),
                survey.inAll(5),
                survey.inAll(6),
                survey.inAll(7),
                survey.wanted().words);
    }

    @Override
    public Verdict judge(Survey survey, String answer) {
        Optional<BigInteger> number = Rational.readWhole(answer);
        if (number.isEmpty()) {
            return Verdict.incorrect("is not a whole number");
        }
        return number.get().equals(BigInteger.valueOf(survey.answer()))
                ? Verdict.CORRECT
                : Verdict.incorrect("the number of people who " + survey.wanted().words + " is another");
    }

    @Override
    public String work(Survey survey, Notes notes) {
        long all = survey.inAll(7);
        long singles = survey.inAll(1) + survey.inAll(2) + survey.inAll(4);
        long ones = notes.step(survey.inAll(1) + "+" + survey.inAll(2) + "+" + survey.inAll(4), singles);
        long pairs = survey.inAll(3) + survey.inAll(5) + survey.inAll(6);
        long twos = notes.step(survey.inAll(3) + "+" + survey.inAll(5) + "+" + survey.inAll(6), pairs);
        long answer = switch (survey.wanted()) {
            case NONE -> {
                long any = notes.step(signed(ones) + "-" + signed(twos) + "+" + all, ones - twos + all);
                yield notes.step(survey.inAll(0) + "-" + signed(any), survey.inAll(0) - any);
            }
            case AT_LEAST_ONE -> notes.step(signed(ones) + "-" + signed(twos) + "+" + all, ones - twos + all);
            case EXACTLY_ONE ->
                notes.step(signed(ones) + "-2*" + signed(twos) + "+3*" + all, ones - 2 * twos + 3 * all);
            case EXACTLY_TWO -> notes.step(signed(twos) + "-3*" + all, twos - 3 * all);
            case AT_LEAST_TWO -> notes.step(signed(twos) + "-2*" + all, twos - 2 * all);
        };
        return Long.toString(answer);
    }

    private static String signed(long number) {
        return number < 0 ? "(" + number + ")" : Long.toString(number);
    }

    @Override
    public String guess(Survey survey, RandomGenerator random) {
        return Long.toString(random.nextLong(survey.inAll(0) + 1));
    }

    @Override
    public Map<String, Integer> axes(Survey survey) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("digits", Long.toString(survey.inAll(0)).length());
        return axes;
    }
}
