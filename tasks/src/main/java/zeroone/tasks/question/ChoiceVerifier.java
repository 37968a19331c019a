package zeroone.tasks.question;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/**
 * "choice": one of up to 26 options, which the prompt lists as A), B), and so on. The answer must be the capital letter and
 * nothing else.
 */
public final class ChoiceVerifier implements NamedVerifier {
    private static final int MOST_OPTIONS = 26;

    @Override
    public String name() {
        return "choice";
    }

    @Override
    public List<String> fields() {
        return List.of("options", "answer");
    }

    @Override
    public void check(ObjectNode data) {
        Question.text(data, "question", Integer.MAX_VALUE);
        letter(data, options(data).size());
    }

    @Override
    public String prompt(ObjectNode data) {
        StringBuilder prompt =
                new StringBuilder(data.path("question").asString().strip());
        List<String> options = options(data);
        for (int i = 0; i < options.size(); i++) {
            prompt.append('\n').append((char) ('A' + i)).append(") ").append(options.get(i));
        }
        return prompt.append("\nAnswer with the letter of the right option.").toString();
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        int count = problem.data().path("options").size();
        char right = letter(problem.data(), count);
        String given = answer.strip();
        if (given.isEmpty()) {
            return Verdict.NO_ANSWER;
        }
        if (given.length() != 1 || given.charAt(0) < 'A' || given.charAt(0) >= 'A' + count) {
            return Verdict.incorrect("is not one letter from A to " + (char) ('A' + count - 1));
        }
        return given.charAt(0) == right ? Verdict.CORRECT : Verdict.incorrect("the right option is " + right);
    }

    private static List<String> options(ObjectNode data) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : data.path("options")) {
            if (!option.isString() || option.stringValue().isBlank()) {
                throw new IllegalArgumentException("every option must be a text that is not blank, not " + option);
            }
            if (options.contains(option.stringValue())) {
                throw new IllegalArgumentException("the options must differ; twice there is " + option);
            }
            options.add(option.stringValue());
        }
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            throw new IllegalArgumentException(
                    "\"options\" must be a list of 2 to " + MOST_OPTIONS + " texts, not of " + options.size());
        }
        return options;
    }

    private static char letter(ObjectNode data, int options) {
        String letter = Question.answer(data);
        if (letter.length() != 1 || letter.charAt(0) < 'A' || letter.charAt(0) >= 'A' + options) {
            throw new IllegalArgumentException("\"answer\" must be the letter of an option, A to "
                    + (char) ('A' + options - 1) + ", not \"" + letter + "\"");
        }
        return letter.charAt(0);
    }
}
