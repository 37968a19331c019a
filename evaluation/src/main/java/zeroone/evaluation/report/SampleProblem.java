package zeroone.evaluation.report;

import java.util.List;
import java.util.Objects;

/** One problem and what each model made of it, side by side. */
public record SampleProblem(String prompt, List<SampleThought> thoughts) {
    public SampleProblem {
        Objects.requireNonNull(prompt, "prompt");
        thoughts = List.copyOf(thoughts);
    }
}
