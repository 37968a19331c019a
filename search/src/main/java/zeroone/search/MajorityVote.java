package zeroone.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Self-consistency: many answers to one question, and the one given most often wins (Wang et al., 2022).
 *
 * <p>Answers count as the same if their canonical forms are equal. Ties go to the form seen first, so the outcome does
 * not depend on hashing. An answer whose canonical form is empty is no answer and does not vote.
 *
 * @param canonical brings an answer into the form in which it is compared; pure; returns the empty string for "no answer"
 */
public record MajorityVote(UnaryOperator<String> canonical) {
    /** Compares answers as text in which every run of white space is one space. */
    public static final MajorityVote BY_TEXT =
            new MajorityVote(answer -> answer.strip().replaceAll("\\s+", " "));

    /**
     * The winner of a vote.
     *
     * @param index position of the first answer of the winning form
     * @param answer that answer, as it was written
     * @param votes answers of the winning form
     * @param cast answers that voted
     */
    public record Winner(int index, String answer, int votes, int cast) {}

    public MajorityVote {
        Objects.requireNonNull(canonical, "canonical");
    }

    /** The winner among the answers, in the order in which they were sampled; empty if none of them votes. */
    public Optional<Winner> among(List<String> answers) {
        Map<String, List<Integer>> ballots = new LinkedHashMap<>();
        int cast = 0;
        for (int i = 0; i < answers.size(); i++) {
            String form = canonical.apply(answers.get(i));
            if (!form.isEmpty()) {
                ballots.computeIfAbsent(form, unused -> new ArrayList<>()).add(i);
                cast++;
            }
        }
        List<Integer> most = List.of();
        for (List<Integer> ballot : ballots.values()) {
            if (ballot.size() > most.size()) {
                most = ballot;
            }
        }
        if (most.isEmpty()) {
            return Optional.empty();
        }
        int first = most.getFirst();
        return Optional.of(new Winner(first, answers.get(first), most.size(), cast));
    }
}
