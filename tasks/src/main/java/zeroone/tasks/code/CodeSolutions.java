package zeroone.tasks.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.kinds.GeneratedProblem;
import zeroone.tasks.code.kinds.Quality;

/**
 * Writes plans down as they come to mind, each with a yes or no, then the program of the last: {@code Plan: try all pairs.
 * Good? no. Wait, plan: a table from remainder to place. Good? yes.} Who guesses notes no plan; who is careless asks
 * nothing.
 */
public record CodeSolutions(TraceMixture mixture) implements WorkedSolutions {
    static final String PLAN = "lan: ";
    static final String GOOD = " Good? ";

    /** @throws IllegalArgumentException for a user's own problem, which nobody has solved yet */
    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        GeneratedProblem generated = generated(problem);
        return switch (mixture.manner(random)) {
            case GUESS -> new WorkedSolution(" Just write it.", program(generated, bad(random), random));
            case CARELESS -> {
                Quality quality = random.nextInt(3) == 0 ? Quality.RIGHT : bad(random);
                yield new WorkedSolution(
                        " P" + PLAN + generated.plan(quality) + ".", program(generated, quality, random));
            }
            case SEARCH -> search(generated, Quality.RIGHT, random);
            case SLOPPY -> search(generated, bad(random), random);
        };
    }

    /**
     * A right program as an answer, in a language.
     *
     * @throws IllegalArgumentException if nobody wrote one in that language
     */
    public static String right(Problem problem, Language language) {
        String source = generated(problem)
                .program(Quality.RIGHT, language)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a right program in " + language.title() + " for " + problem.id()));
        return block(language, source);
    }

    private static WorkedSolution search(GeneratedProblem generated, Quality last, RandomGenerator random) {
        StringBuilder thought = new StringBuilder();
        Quality first = bad(random);
        if (first != last && random.nextInt(3) > 0) {
            thought.append(" P")
                    .append(PLAN)
                    .append(generated.plan(first))
                    .append('.')
                    .append(GOOD)
                    .append("no. Wait,");
            thought.append(" p");
        } else {
            thought.append(" P");
        }
        thought.append(PLAN)
                .append(generated.plan(last))
                .append('.')
                .append(GOOD)
                .append("yes.");
        return new WorkedSolution(thought.toString(), program(generated, last, random));
    }

    /** In a language of the writer's choice among those in which there is one. */
    private static String program(GeneratedProblem generated, Quality quality, RandomGenerator random) {
        List<String> programs = new ArrayList<>();
        for (Language language : Language.values()) {
            Optional<String> source = generated.program(quality, language);
            source.ifPresent(text -> programs.add(block(language, text)));
        }
        return programs.get(random.nextInt(programs.size()));
    }

    private static Quality bad(RandomGenerator random) {
        return random.nextBoolean() ? Quality.WRONG : Quality.SLOW;
    }

    private static String block(Language language, String source) {
        return "```" + language.tag() + "\n" + source.stripTrailing() + "\n```";
    }

    private static GeneratedProblem generated(Problem problem) {
        return switch (CodeProblem.of(problem.data())) {
            case GeneratedCodeProblem(GeneratedProblem generated) -> generated;
            case OwnCodeProblem own ->
                throw new IllegalArgumentException(
                        "there are worked solutions of generated problems only: " + problem.id());
        };
    }
}
