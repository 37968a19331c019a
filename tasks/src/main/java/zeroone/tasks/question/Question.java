package zeroone.tasks.question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;

/** A question of one's own, with the answer it should get. */
public final class Question {
    /** Name of the task that such problems belong to. */
    public static final String TASK = "question";

    private static final int LONGEST_ANSWER = 10_000;

    private Question() {}

    /** How an answer is compared with the reference. */
    public enum Comparison {
        /** Equal texts, apart from white space around them. */
        EXACT {
            @Override
            public Verifier verifier() {
                return Question::sameText;
            }
        },
        /** Equal numbers, exactly: 0.25 is 1/4. The answer must be the number and nothing else. */
        NUMBER {
            @Override
            public Verifier verifier() {
                return Question::sameNumber;
            }
        };

        public abstract Verifier verifier();
    }

    /**
     * A problem with its reference answer.
     *
     * @throws IllegalArgumentException if question or answer are blank, or the answer is not a number where one is needed
     */
    public static Problem problem(String question, String answer, Comparison comparison) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("\"question\" must not be blank");
        }
        if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
            throw new IllegalArgumentException(
                    "\"answer\" must have 1 to " + LONGEST_ANSWER + " characters, not " + answer.length());
        }
        if (comparison == Comparison.NUMBER && ExactNumber.parse(answer).isEmpty()) {
            throw new IllegalArgumentException("\"answer\" must be a number such as 12, -3, 0.25 or 1/4 for verifier"
                    + " \"number\", not \"" + answer + "\"");
        }
        return new Problem(
                TASK,
                question.strip(),
                question,
                JsonNodeFactory.instance.objectNode().put("question", question).put("answer", answer));
    }

    private static Verdict sameText(Problem problem, String answer) {
        String reference = reference(problem);
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        return answer.strip().equals(reference.strip())
                ? Verdict.CORRECT
                : Verdict.incorrect("is not \"" + reference.strip() + "\"");
    }

    private static Verdict sameNumber(Problem problem, String answer) {
        String text = reference(problem);
        ExactNumber reference = ExactNumber.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the reference answer of \"" + problem.prompt() + "\" is not a number: \"" + text + "\""));
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        return ExactNumber.parse(answer)
                .map(number -> number.sameAs(reference) ? Verdict.CORRECT : Verdict.incorrect("is not " + text))
                .orElseGet(() -> Verdict.incorrect("is not a number"));
    }

    private static String reference(Problem problem) {
        JsonNode answer = problem.data().get("answer");
        if (answer == null || !answer.isString()) {
            throw new IllegalArgumentException("the data of \"" + problem.prompt() + "\" hold no \"answer\"");
        }
        return answer.stringValue();
    }
}
