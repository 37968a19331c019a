package zeroone.training.rl;

import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.text.CounterRandom;
import zeroone.text.Message;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.template.PromptEncoder;

/** Samples completions for training problems and has them judged. */
final class Rollouts {
    private static final long SAMPLES = 1; // names the random stream of samples, apart from that of problems

    private final Generator generator;
    private final PromptEncoder prompts;
    private final Tokenizer tokenizer;
    private final Task task;
    private final Grader grader;
    private final ReinforcementLearningConfig config;

    Rollouts(
            Generator generator,
            PromptEncoder prompts,
            Tokenizer tokenizer,
            Task task,
            Grader grader,
            ReinforcementLearningConfig config) {
        this.generator = generator;
        this.prompts = prompts;
        this.tokenizer = tokenizer;
        this.task = task;
        this.grader = grader;
        this.config = config;
    }

    /** Groups for the training problems {@code first .. first + count - 1}; a pure function of weights and indices. */
    List<RolloutGroup> sample(long first, int count) {
        List<Problem> problems = new ArrayList<>();
        List<GenerationRequest> requests = new ArrayList<>();
        for (long index = first; index < first + count; index++) {
            Problem problem = task.problems().problem(Split.TRAIN, config.seed(), index);
            problems.add(problem);
            GenerationRequest request = new GenerationRequest(
                    prompts.encode(List.of(Message.user(problem.prompt()))),
                    new SamplingParameters(config.temperature(), 0, 1),
                    new ThinkingBudget(config.thoughtTokens(), config.answerTokens()),
                    config.samples(),
                    CounterRandom.of(config.seed(), SAMPLES, index));
            requests.add(request.with(DecodingOptions.BATCH));
        }
        List<List<Completion>> completions = generator.generate(requests);
        List<RolloutGroup> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Problem problem = problems.get(i);
            groups.add(new RolloutGroup(
                    problem,
                    completions.get(i).stream()
                            .map(completion -> judge(problem, completion))
                            .toList()));
        }
        return groups;
    }

    private Rollout judge(Problem problem, Completion completion) {
        String thought = tokenizer.decode(completion.thought());
        String answer = tokenizer.decode(completion.answer());
        Grade grade = grader.grade(task.problems().verifier(), problem, answer);
        return new Rollout(completion, thought, answer, grade, task.thoughts().read(problem, thought));
    }
}
