package zeroone.tasks.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Letters;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.river.RiverPuzzle.Conflict;

/** Draws crossings that can be done in so many crossings as the configuration says. */
final class RiverKind implements PuzzleKind<RiverPuzzle> {
    private static final int LONGEST = 500;
    private static final int MOST_ITEMS = 10;

    private final RiverConfig config;

    RiverKind(RiverConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public RiverPuzzle draw(RandomGenerator random) {
        int[] weights = random.ints(config.items(), 1, config.maxWeight() + 1).toArray();
        int heaviest = IntStream.of(weights).max().orElseThrow();
        List<Conflict> conflicts = new ArrayList<>();
        for (int one = 0; one < weights.length; one++) {
            for (int other = one + 1; other < weights.length; other++) {
                if (random.nextDouble() < config.conflicts()) {
                    conflicts.add(new Conflict(one, other));
                }
            }
        }
        int limit = heaviest + random.nextInt(config.maxWeight() + 1);
        return new RiverPuzzle(Letters.draw('A', config.items(), random).names(), weights, limit, conflicts, 1);
    }

    @Override
    public Optional<RiverPuzzle> complete(RiverPuzzle candidate) {
        return PathSearch.of(candidate)
                .moves()
                .filter(moves -> moves.size() >= config.minCrossings() && moves.size() <= config.maxCrossings())
                .map(moves -> candidate.withMoves(moves.size() + config.slack()));
    }

    @Override
    public RiverPuzzle read(PuzzleData data) {
        List<String> names = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (String item : AnswerText.items(data.text("weights", LONGEST))) {
            List<String> words = AnswerText.words(item);
            boolean wellFormed = words.size() == 2 && capital(words.get(0)) && !names.contains(words.get(0));
            int weight = wellFormed ? weight(words.get(1)) : 0;
            if (weight == 0) {
                throw new IllegalArgumentException(
                        "\"weights\" must be different capital letters with weights from 1 to 99, such as A 3, B 5, not "
                                + AnswerText.quoted(item));
            }
            names.add(words.get(0));
            weights.add(weight);
        }
        if (names.size() < 3 || names.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "\"weights\" must name 3 to " + MOST_ITEMS + " things, not " + names.size());
        }
        List<Conflict> conflicts = new ArrayList<>();
        String pairs = data.text("conflicts", LONGEST);
        for (String pair : pairs.isBlank() ? List.<String>of() : AnswerText.items(pairs)) {
            int one = pair.length() == 3 ? names.indexOf(pair.substring(0, 1)) : -1;
            int other = pair.length() == 3 && pair.charAt(1) == '-' ? names.indexOf(pair.substring(2)) : -1;
            if (one < 0 || other < 0 || one == other) {
                throw new IllegalArgumentException(
                        "\"conflicts\" must be pairs of the things, such as A-B, C-D, not " + AnswerText.quoted(pair));
            }
            conflicts.add(new Conflict(one, other));
        }
        return new RiverPuzzle(
                names,
                weights.stream().mapToInt(Integer::intValue).toArray(),
                data.whole("limit", 1, 999),
                conflicts,
                data.whole("moves", 1, 100));
    }

    private static boolean capital(String word) {
        return word.length() == 1 && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
    }

    /** A weight from 1 to 99; 0 for anything else. */
    private static int weight(String word) {
        boolean digits =
                word.length() <= 2 && word.charAt(0) != '0' && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(word) : 0;
    }
}
