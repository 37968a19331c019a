package zeroone.server.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What a model can learn from feedback. Only what somebody consented to counts. Where people disagree on an answer, be they
 * of one tenant or of several, whoever spoke last is believed.
 *
 * @param answers the answer that a question should get, as far as somebody told: the latest correction, or the latest answer
 *     that was found good
 * @param preferences each answer that is better than another one to the same question
 */
public record Lessons(Map<String, Optional<String>> answers, List<Preference> preferences) {
    /** One answer is better than another. */
    public record Preference(String question, String chosen, String rejected) {}

    public Lessons {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers)); // in order
        preferences = List.copyOf(preferences);
    }

    /** What was said of the answers to one question. */
    private static final class Said {
        private final SequencedSet<String> good = new LinkedHashSet<>();
        private final SequencedSet<String> bad = new LinkedHashSet<>();

        private void add(Feedback feedback, String answer) {
            if (feedback.good()) {
                best(answer);
            } else {
                good.remove(answer);
                bad.add(answer);
            }
            feedback.correction().filter(right -> !right.isBlank()).ifPresent(right -> {
                if (!right.equals(answer)) {
                    good.remove(answer);
                    bad.add(answer);
                }
                best(right);
            });
        }

        /** Whoever speaks last is believed. */
        private void best(String answer) {
            bad.remove(answer);
            good.addLast(answer);
        }
    }

    /** @param feedback in the order in which it was given */
    public static Lessons of(List<Feedback> feedback) {
        Map<String, Said> questions = new LinkedHashMap<>();
        for (Feedback each : feedback) {
            if (each.consent() && each.exchange().isPresent()) {
                Feedback.Exchanged exchange = each.exchange().get();
                questions.computeIfAbsent(exchange.question(), _ -> new Said()).add(each, exchange.answer());
            }
        }
        Map<String, Optional<String>> answers = new LinkedHashMap<>();
        List<Preference> preferences = new ArrayList<>();
        questions.forEach((question, said) -> {
            answers.put(question, said.good.isEmpty() ? Optional.empty() : Optional.of(said.good.getLast()));
            for (String chosen : said.good) {
                for (String rejected : said.bad) {
                    preferences.add(new Preference(question, chosen, rejected));
                }
            }
        });
        return new Lessons(answers, preferences);
    }
}
