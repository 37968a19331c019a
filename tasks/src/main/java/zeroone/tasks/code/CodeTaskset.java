package zeroone.tasks.code;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verifier;
import zeroone.tasks.code.kinds.GeneratedProblem;
import zeroone.text.CounterRandom;

/**
 * Draws problems of some kinds. Problems of a user's own may be given to it, too.
 *
 * @param kinds each is drawn equally often
 * @param function whether functions are asked for instead of programs
 * @param judge the verifier of all of them
 */
record CodeTaskset(String name, List<String> kinds, boolean function, CodeVerifier judge) implements Taskset {
    CodeTaskset {
        kinds = List.copyOf(kinds);
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name).sequence();
        while (true) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            GeneratedProblem generated = GeneratedProblem.draw(kind, function, random);
            if (Split.of(generated.canonicalForm()) == split) {
                return new GeneratedCodeProblem(generated).problem(name);
            }
        }
    }

    @Override
    public Problem problem(ObjectNode data) {
        return CodeProblem.of(data).problem(name);
    }

    @Override
    public Verifier verifier() {
        return judge;
    }
}
