package zeroone.training.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;
import zeroone.text.Message;
import zeroone.text.Tokenizer;
import zeroone.text.template.PromptEncoder;
import zeroone.training.TokenSequence;

/**
 * An endless corpus of problems with worked solutions, good and bad. Document {@code i} is a pure function of the seed and
 * {@code i}. Only problems of the training split are ever shown.
 */
public final class WorkedSolutionCorpus {
    private static final long TASK = 1;
    private static final long SOLUTION = 2;

    private final List<Task> tasks = new ArrayList<>();
    private final double[] cumulative; // of the shares, up to 1
    private final PromptEncoder prompts;
    private final Tokenizer tokenizer;
    private final long seed;

    public WorkedSolutionCorpus(Map<Task, Double> shares, PromptEncoder prompts, Tokenizer tokenizer, long seed) {
        this.prompts = prompts;
        this.tokenizer = tokenizer;
        this.seed = seed;
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Map.Entry<Task, Double>> byName = shares.entrySet().stream()
                .sorted((a, b) -> a.getKey().name().compareTo(b.getKey().name()))
                .toList();
        cumulative = new double[byName.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            tasks.add(byName.get(i).getKey());
            sum += byName.get(i).getValue() / total;
            cumulative[i] = sum;
        }
    }

    /** Prompt, thought and answer; the prompt is not learned. */
    public TokenSequence document(long index) {
        CounterRandom random = CounterRandom.of(seed, index);
        double at = random.split(TASK).uniform(0);
        int chosen = 0;
        while (chosen < cumulative.length - 1 && at >= cumulative[chosen]) {
            chosen++;
        }
        Task task = tasks.get(chosen);
        Problem problem = task.problems().problem(Split.TRAIN, seed, index);
        WorkedSolution solution =
                task.workedSolutions().write(problem, random.split(SOLUTION).sequence());
        return TokenSequence.completion(prompts.encode(List.of(Message.user(problem.prompt()))), completion(solution));
    }

    private int[] completion(WorkedSolution solution) {
        int[] thought = tokenizer.encode(solution.thought());
        int[] answer = tokenizer.encode(solution.answer());
        int[] tokens = Arrays.copyOf(thought, thought.length + answer.length + 2);
        tokens[thought.length] = tokenizer.reserved().endThought();
        System.arraycopy(answer, 0, tokens, thought.length + 1, answer.length);
        tokens[tokens.length - 1] = tokenizer.reserved().endOfTurn();
        return tokens;
    }
}
