package zeroone.cli.train;

import java.util.ArrayList;
import java.util.List;
import zeroone.cli.model.ReasoningModel;
import zeroone.evaluation.statistics.Interval;
import zeroone.evaluation.statistics.Proportion;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;
import zeroone.training.rl.ReinforcementLearningConfig;

/** How good the model is by now: the same validation problems each time, one plain sample each, from the same luck. */
final class ValidationProbe {
    /**
     * Accuracy over the problems that the grader could judge, with its 95 % interval.
     *
     * @param n how many those are
     */
    record Reading(int n, double accuracy, double low, double high) {}

    private final ReasoningModel model;
    private final Task task;
    private final Grader grader;
    private final List<Problem> problems = new ArrayList<>();
    private final List<GenerationRequest> requests = new ArrayList<>();

    ValidationProbe(ReasoningModel model, Task task, Grader grader, ReinforcementLearningConfig config) {
        this.model = model;
        this.task = task;
        this.grader = grader;
        CounterRandom random = CounterRandom.of(config.seed()).split("validation");
        for (int i = 0; i < config.evaluationProblems(); i++) {
            Problem problem = task.problems().problem(Split.VALIDATION, config.seed(), i);
            problems.add(problem);
            GenerationRequest request = new GenerationRequest(
                    model.prompt(problem.prompt()),
                    SamplingParameters.PLAIN,
                    new ThinkingBudget(config.thoughtTokens(), config.answerTokens()),
                    1,
                    random.split(i));
            requests.add(request.with(DecodingOptions.BATCH));
        }
    }

    Reading read(Generator generator) {
        List<List<Completion>> completions = generator.generate(requests);
        int judged = 0;
        int correct = 0;
        for (int i = 0; i < problems.size(); i++) {
            String answer =
                    model.tokenizer().decode(completions.get(i).getFirst().answer());
            Grade grade = grader.grade(task.problems().verifier(), problems.get(i), answer);
            judged += grade instanceof Grade.Judged ? 1 : 0;
            correct += grade.isCorrect() ? 1 : 0;
        }
        if (judged == 0) {
            throw new IllegalArgumentException("the verifier of " + task.name() + " failed on every one of the "
                    + problems.size() + " validation answers; nothing can be measured with it");
        }
        Proportion proportion = new Proportion(correct, judged);
        Interval interval = proportion.interval();
        return new Reading(judged, proportion.share(), interval.low(), interval.high());
    }
}
