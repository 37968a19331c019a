package zeroone.tasks.code;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.ThoughtReader;
import zeroone.tasks.code.kinds.GeneratedProblem;
import zeroone.tasks.code.kinds.Quality;

/**
 * Reads notes in the form of {@link CodeSolutions}. A step is a plan, false if it is not the one that solves the problem in
 * time; a check is the yes or no behind a plan; a backtrack is a "Wait," between two plans; a revisit is a plan noted twice.
 */
record CodeThoughts() implements ThoughtReader {
    private static final Pattern WAIT_OR_PLAN =
            Pattern.compile("(?<wait>\\bWait,)|\\b[Pp]lan: (?<plan>[^.?]{1,200})\\.(?: Good\\? (?<check>yes|no)\\.)?");

    @Override
    public ThoughtBehaviour read(Problem problem, String thought) {
        if (!(CodeProblem.of(problem.data()) instanceof GeneratedCodeProblem(GeneratedProblem generated))) {
            return ThoughtBehaviour.NONE;
        }
        String right = generated.plan(Quality.RIGHT);
        ThoughtBehaviour behaviour = ThoughtBehaviour.NONE;
        Set<String> met = new HashSet<>();
        boolean waiting = false;
        Matcher matcher = WAIT_OR_PLAN.matcher(thought);
        while (matcher.find()) {
            String plan = matcher.group("plan");
            if (plan == null) {
                waiting = !met.isEmpty();
                continue;
            }
            boolean solves = plan.equals(right);
            String check = matcher.group("check");
            boolean yes = "yes".equals(check);
            boolean no = "no".equals(check);
            behaviour = behaviour.plus(new ThoughtBehaviour(
                    1,
                    solves ? 0 : 1,
                    waiting ? 1 : 0,
                    met.add(plan) ? 0 : 1,
                    yes && solves ? 1 : 0,
                    yes && !solves ? 1 : 0,
                    no && solves ? 1 : 0,
                    no && !solves ? 1 : 0));
            waiting = false;
        }
        return behaviour;
    }
}
