package zeroone.tasks.sums;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;

/** Works the sums out one after the other until one is right: "13*8=104 want 27 high. 9+18=27 want 27 yes!" */
final class WhichSumNotes implements WorkedSolutions, ThoughtReader {
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,4}[-+*/][0-9]{1,4})=([0-9]{1,6}) want ([0-9]{1,6}) (yes!|low\\.|high\\.)");
    private static final int LONGEST = 100_000;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        int target = problem.data().path("target").asInt();
        StringBuilder notes = new StringBuilder(" Go in order: ");
        for (var option : problem.data().path("options")) {
            Sum sum = Sum.parse(option.asString()).orElseThrow();
            notes.append(sum).append('=').append(sum.value()).append(" want ").append(target);
            if (sum.value() == target) {
                return new WorkedSolution(notes.append(" yes!").toString(), sum.toString());
            }
            notes.append(sum.value() < target ? " low. " : " high. ");
        }
        throw new IllegalArgumentException("no option of problem " + problem.id() + " makes the target");
    }

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        int target = problem.data().path("target").asInt();
        ThoughtBehaviour behaviour = ThoughtBehaviour.NONE;
        Matcher line = LINE.matcher(thought.length() > LONGEST ? thought.substring(0, LONGEST) : thought);
        while (line.find()) {
            boolean stated = Sum.parse(line.group(1)).map(Sum::value).orElse(-1) == Integer.parseInt(line.group(2));
            boolean solves = stated && Integer.parseInt(line.group(2)) == target;
            boolean yes = line.group(4).equals("yes!");
            behaviour = behaviour.plus(new ThoughtBehaviour(
                    1,
                    stated ? 0 : 1,
                    0,
                    0,
                    yes && solves ? 1 : 0,
                    yes && !solves ? 1 : 0,
                    !yes && solves ? 1 : 0,
                    !yes && !solves ? 1 : 0));
        }
        return behaviour;
    }
}
