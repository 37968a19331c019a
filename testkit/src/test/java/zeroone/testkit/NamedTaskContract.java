package zeroone.testkit;

import java.util.List;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;

/** The contract of a task of the catalog, whose prompts are read as a person reads them. */
abstract class NamedTaskContract extends TasksetContract {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private final String name;

    NamedTaskContract(String name) {
        this.name = name;
    }

    @Override
    protected Taskset taskset() {
        return Tasks.named(name).problems();
    }

    /** The numbers of a text, in order. */
    static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(match -> match.group()).toList();
    }

    /** What stands between the first pair of quotation marks. */
    static String quoted(Problem problem) {
        return problem.prompt().split("\"", -1)[1];
    }
}
