package zeroone.tasks.sums;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/** Draws problems whose wrong sums are often near misses, so that a check has to be exact. */
record WhichSumTaskset() implements Taskset {
    private static final int OPTIONS = 4;
    private static final int NEAR = 10;
    private static final double NEAR_SHARE = 0.6;

    @Override
    public String name() {
        return "which-sum";
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name()).sequence();
        while (true) {
            Problem problem = draw(random);
            if (Split.of(problem.id()) == split) {
                return problem;
            }
        }
    }

    private Problem draw(RandomGenerator random) {
        Sum right = Sum.draw(random);
        while (right.value() < 10 || right.value() > 99) {
            right = Sum.draw(random);
        }
        int target = right.value();
        List<Sum> options = new ArrayList<>(List.of(right));
        while (options.size() < OPTIONS) {
            boolean near = random.nextDouble() < NEAR_SHARE;
            Sum wrong = Sum.draw(random);
            while (wrong.value() == target || (near && Math.abs(wrong.value() - target) > NEAR)) {
                wrong = Sum.draw(random);
            }
            options.add(wrong);
        }
        Collections.shuffle(options, Random.from(random));
        return problem(target, options);
    }

    private Problem problem(int target, List<Sum> options) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("target", target);
        options.forEach(option -> data.withArray("options").add(option.toString()));
        String id = target + ":" + options.stream().map(Sum::toString).sorted().collect(Collectors.joining(","));
        String listed = options.subList(0, options.size() - 1).stream()
                .map(Sum::toString)
                .collect(Collectors.joining(", "));
        return new Problem(
                name(), id, "Which makes " + target + ": " + listed + " or " + options.getLast() + "?", data);
    }

    @Override
    public Problem problem(ObjectNode data) {
        int target = data.path("target").asInt(0);
        List<Sum> options = new ArrayList<>();
        for (var option : data.path("options")) {
            options.add(Sum.parse(option.asString(""))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "an option of which-sum is one operation such as \"13*8\": " + option)));
        }
        if (options.size() < 2
                || options.stream().filter(sum -> sum.value() == target).count() != 1) {
            throw new IllegalArgumentException(
                    "the options of which-sum must be at least two, exactly one of which makes the" + " target "
                            + target + ": " + options);
        }
        return problem(target, options);
    }

    @Override
    public Verifier verifier() {
        return (problem, answer) -> {
            String given = answer.strip();
            if (given.isEmpty()) {
                return Verdict.NO_ANSWER;
            }
            for (var option : problem.data().path("options")) {
                if (option.asString("").equals(given)) {
                    int value = Sum.parse(given).orElseThrow().value();
                    return value == problem.data().path("target").asInt()
                            ? Verdict.CORRECT
                            : Verdict.incorrect("it makes " + value);
                }
            }
            return Verdict.incorrect("it is none of the sums asked about");
        };
    }
}
