package zeroone.cli.serve;

import java.util.Optional;
import java.util.function.Predicate;
import zeroone.cli.question.KnownQuestion;
import zeroone.server.inference.QuestionVerifier;
import zeroone.tasks.Grader;

/** Recognises questions of the built-in tasks. */
public record TaskVerifiers(Grader grader) implements QuestionVerifier {
    @Override
    public Optional<Predicate<String>> verifier(String question) {
        try {
            return KnownQuestion.of(question)
                    .map(known -> answer -> grader.grade(known.verifier(), known.problem(), answer)
                            .isCorrect());
        } catch (IllegalArgumentException e) {
            // It only looks like one.
            return Optional.empty();
        }
    }
}
