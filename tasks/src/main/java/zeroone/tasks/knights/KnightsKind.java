package zeroone.tasks.knights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws people and what they say until only one solution fits. */
final class KnightsKind implements PuzzleKind<KnightsPuzzle> {
    private static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Z][a-z]{1,11}");
    private static final List<String> NAMES = List.of(
            "Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Joe", "Kim", "Leo", "Mia", "Ned", "Otto",
            "Pam", "Quin", "Rosa", "Sam", "Tess", "Una", "Vic", "Walt", "Zoe");

    private final KnightsConfig config;

    KnightsKind(KnightsConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public KnightsPuzzle draw(RandomGenerator random) {
        int people = config.people();
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<Statement> statements = new ArrayList<>();
        for (int speaker = 0; speaker < people; speaker++) {
            Claim claim = Claim.values()[random.nextInt(Claim.values().length)];
            int first = (speaker + 1 + random.nextInt(people - 1)) % people;
            int second = first;
            while (claim.people() == 2 && (second == first || second == speaker)) {
                second = random.nextInt(people);
            }
            statements.add(new Statement(speaker, claim, first, second));
        }
        return new KnightsPuzzle(names.subList(0, people), statements);
    }

    @Override
    public Optional<KnightsPuzzle> complete(KnightsPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::unique);
    }

    /** The people are those that speak, in that order. */
    @Override
    public KnightsPuzzle read(PuzzleData data) {
        List<List<String>> list = AnswerText.items(data.text("statements", LONGEST)).stream()
                .map(AnswerText::words)
                .toList();
        List<String> names = new ArrayList<>();
        for (List<String> words : list) {
            if (words.size() < 3 || !NAME.matcher(words.getFirst()).matches() || names.contains(words.getFirst())) {
                throw malformed(words);
            }
            names.add(words.getFirst());
        }
        if (names.size() != config.people()) {
            throw new IllegalArgumentException(
                    "\"statements\" must be of " + config.people() + " people, one each, not of " + names.size());
        }
        List<Statement> statements = new ArrayList<>();
        for (List<String> words : list) {
            Optional<Claim> claim = Claim.of(words.get(1));
            int first = names.indexOf(words.get(2));
            int second = names.indexOf(words.getLast());
            if (claim.isEmpty()
                    || words.size() != 2 + claim.get().people()
                    || first < 0
                    || second < 0
                    || (first == second) != (claim.get().people() == 1)) {
                throw malformed(words);
            }
            statements.add(new Statement(statements.size(), claim.get(), first, second));
        }
        return new KnightsPuzzle(names, statements);
    }

    private static IllegalArgumentException malformed(List<String> words) {
        return new IllegalArgumentException(
                "\"statements\" must be such as Ada knave Ben, Ben same Ada Cleo: a speaker, a claim, one or two of the"
                        + " speakers; not " + AnswerText.quoted(String.join(" ", words)));
    }
}
