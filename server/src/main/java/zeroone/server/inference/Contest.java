package zeroone.server.inference;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import zeroone.search.MajorityVote;

/** Several samples of which one becomes the answer. Not thread-safe. */
public final class Contest {
    /**
     * The sample that won.
     *
     * @param sample its number
     * @param votes samples that gave this answer
     * @param finished samples that had ended
     * @param reason why no more were waited for: {@code verified}, {@code decided} or {@code all_samples}
     */
    public record Outcome(int sample, int votes, int finished, String reason) {}

    private final int samples;
    private final Optional<Predicate<String>> verifier;
    private final Map<Integer, String> answers = new TreeMap<>();
    private Optional<Integer> verified = Optional.empty();

    /** @param verifier accepts right answers; without one the majority decides */
    public Contest(int samples, Optional<Predicate<String>> verifier) {
        this.samples = samples;
        this.verifier = verifier;
    }

    /** A sample has ended. */
    public void add(int sample, String answer) {
        answers.put(sample, answer);
        if (verifier.isPresent() && verifier.get().test(answer)) {
            verified =
                    Optional.of(verified.map(first -> Math.min(first, sample)).orElse(sample));
        }
    }

    /** Whether further samples cannot change the answer. */
    public boolean decided() {
        if (answers.size() == samples || verified.isPresent()) {
            return true;
        }
        if (verifier.isPresent()) {
            return false;
        }
        Optional<MajorityVote.Winner> leader = vote();
        int others = leader.map(winner -> winner.cast() - winner.votes()).orElse(0);
        int open = samples - answers.size();
        return leader.isPresent() && leader.get().votes() > others + open;
    }

    private Optional<MajorityVote.Winner> vote() {
        return MajorityVote.BY_TEXT.among(answers.values().stream().toList());
    }

    /** The answer so far that most samples gave; empty before the first. */
    public Optional<MajorityVote.Winner> leader() {
        return vote();
    }

    /** The winner; the first sample where none gave an answer. */
    public Outcome outcome() {
        String reason = verified.isPresent() ? "verified" : answers.size() < samples ? "decided" : "all_samples";
        Optional<MajorityVote.Winner> leader = vote();
        if (verified.isPresent()) {
            int sample = verified.get();
            String form = MajorityVote.BY_TEXT.canonical().apply(answers.getOrDefault(sample, ""));
            int votes = (int) answers.values().stream()
                    .filter(answer ->
                            MajorityVote.BY_TEXT.canonical().apply(answer).equals(form))
                    .count();
            return new Outcome(sample, votes, answers.size(), reason);
        }
        return leader.map(winner -> new Outcome(
                        answers.keySet().stream()
                                .skip(winner.index())
                                .findFirst()
                                .orElse(0),
                        winner.votes(),
                        answers.size(),
                        reason))
                .orElse(new Outcome(0, 0, answers.size(), reason));
    }
}
