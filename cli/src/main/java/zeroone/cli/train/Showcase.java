package zeroone.cli.train;

import java.util.ArrayList;
import java.util.List;
import zeroone.cli.console.Terminal;
import zeroone.cli.console.ThoughtPrinter;
import zeroone.cli.console.VerdictText;
import zeroone.cli.model.ReasoningModel;
import zeroone.evaluation.report.SampleProblem;
import zeroone.evaluation.report.SampleThought;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** Three problems that no model here was trained on, each time the same, and what a model makes of them. */
final class Showcase {
    private static final int PROBLEMS = 3;

    private final Task task;
    private final Grader grader;
    private final ThinkingBudget budget;
    private final long seed;

    Showcase(Task task, Grader grader, ThinkingBudget budget, long seed) {
        this.task = task;
        this.grader = grader;
        this.budget = budget;
        this.seed = seed;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < PROBLEMS; i++) {
            problems.add(task.problems().problem(Split.TEST, seed, i));
        }
        return problems;
    }

    /** Lets the model think about each problem, watched as it does. */
    void show(String name, ReasoningModel model, Generator generator, Terminal terminal) {
        for (Problem problem : problems()) {
            terminal.out().println(terminal.bold(problem.prompt()));
            ThoughtPrinter printer = new ThoughtPrinter(terminal, model.tokenizer());
            SampleThought thought = think(name, model, generator, problem, printer);
            printer.finish();
            terminal.out().println(outcome(thought));
            terminal.out().println();
        }
    }

    /** Lets the model think about each problem, exactly as when it was shown. */
    List<SampleThought> think(String name, ReasoningModel model, Generator generator) {
        return problems().stream()
                .map(problem -> think(name, model, generator, problem, GenerationListener.NONE))
                .toList();
    }

    /** The problems with what each model thought, one below the other. */
    static void show(List<SampleProblem> samples, Terminal terminal) {
        for (SampleProblem sample : samples) {
            terminal.out().println(terminal.bold(sample.prompt()));
            for (SampleThought thought : sample.thoughts()) {
                terminal.out().println(terminal.dim(ThoughtPrinter.printable(thought.thought())));
                terminal.out().println(terminal.bold(ThoughtPrinter.printable(thought.answer())));
                terminal.out().println(outcome(thought));
            }
            terminal.out().println();
        }
    }

    private static String outcome(SampleThought thought) {
        return "  " + thought.model() + " model, " + thought.tokens() + " tokens: " + VerdictText.of(thought.grade());
    }

    private SampleThought think(
            String name, ReasoningModel model, Generator generator, Problem problem, GenerationListener listener) {
        Completion completion = generator
                .generate(List.of(request(model, problem)), listener)
                .getFirst()
                .getFirst();
        return judged(name, model, problem, completion);
    }

    private GenerationRequest request(ReasoningModel model, Problem problem) {
        return new GenerationRequest(
                model.prompt(problem.prompt()),
                SamplingParameters.PLAIN,
                budget,
                1,
                CounterRandom.of(seed).split("showcase").split(problem.id()));
    }

    private SampleThought judged(String name, ReasoningModel model, Problem problem, Completion completion) {
        String answer = model.tokenizer().decode(completion.answer());
        Grade grade = grader.grade(task.problems().verifier(), problem, answer);
        return new SampleThought(
                name,
                model.tokenizer().decode(completion.thought()),
                answer,
                grade,
                completion.tokens().length,
                !completion.closeForced());
    }
}
