package zeroone.cli.recipe;

import java.util.List;

/** A recipe that cannot be used; says everything that is wrong with it at once. */
public final class RecipeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    RecipeException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.getFirst()
                        : problems.size() + " problems:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence a problem: where it is, the key, the value, the rule and what may have been meant. */
    public List<String> problems() {
        return problems;
    }
}
