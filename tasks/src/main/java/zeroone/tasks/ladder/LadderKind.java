package zeroone.tasks.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws a walk from word to word, and words beside it that lead astray. */
final class LadderKind implements PuzzleKind<LadderPuzzle> {
    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 100;

    private final LadderConfig config;

    /** Read when the first problem is drawn: most programs that know this task never draw one. */
    private volatile @Nullable WordList dictionary;

    LadderKind(LadderConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public LadderPuzzle draw(RandomGenerator random) {
        WordList dictionary = dictionary();
        while (true) {
            // The walk may be longer than the fewest steps: some of its words will turn out to be detours.
            int steps = random.nextInt(config.minMoves(), config.maxMoves() + 1);
            List<Integer> walk = walk(dictionary, steps, random);
            if (walk.size() == steps + 1) {
                Set<Integer> chosen = new LinkedHashSet<>(walk);
                List<Integer> reachable = new ArrayList<>(walk);
                while (chosen.size() < config.words()) {
                    int from = reachable.get(random.nextInt(reachable.size()));
                    int[] beside = dictionary.neighbours(from);
                    int astray = beside[random.nextInt(beside.length)];
                    if (chosen.add(astray)) {
                        reachable.add(astray);
                    } else {
                        // Where all neighbours are taken already, any word will do.
                        chosen.add(random.nextInt(dictionary.size()));
                    }
                }
                List<String> told =
                        new ArrayList<>(chosen.stream().map(dictionary::word).toList());
                Collections.shuffle(told, random);
                return new LadderPuzzle(told, dictionary.word(walk.getFirst()), dictionary.word(walk.getLast()), 1);
            }
        }
    }

    @Override
    public Optional<LadderPuzzle> complete(LadderPuzzle candidate) {
        return PathSearch.of(candidate)
                .moves()
                .filter(moves -> moves.size() >= config.minMoves() && moves.size() <= config.maxMoves())
                .map(moves -> candidate.withMoves(moves.size()));
    }

    @Override
    public LadderPuzzle read(PuzzleData data) {
        List<String> words = AnswerText.words(data.text("words", LONGEST));
        for (String word : words) {
            if (word.length() != config.letters() || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                throw new IllegalArgumentException("\"words\" must be words of " + config.letters()
                        + " small letters, not " + AnswerText.quoted(word));
            }
        }
        if (words.size() < 2 || words.size() > MOST_WORDS || new HashSet<>(words).size() != words.size()) {
            throw new IllegalArgumentException("\"words\" must be 2 to " + MOST_WORDS + " different words: " + words);
        }
        String start = data.text("start", config.letters());
        String goal = data.text("goal", config.letters());
        if (!words.contains(start) || !words.contains(goal) || start.equals(goal)) {
            throw new IllegalArgumentException(
                    "\"start\" and \"goal\" must be two of the words: " + start + ", " + goal);
        }
        return new LadderPuzzle(words, start, goal, data.whole("moves", 1, MOST_WORDS));
    }

    private WordList dictionary() {
        WordList read = dictionary;
        if (read == null) {
            read = new WordList(config.letters());
            dictionary = read;
        }
        return read;
    }

    /** A walk without a word twice; shorter than asked for where it comes to a dead end. */
    private static List<Integer> walk(WordList dictionary, int steps, RandomGenerator random) {
        List<Integer> walk = new ArrayList<>(List.of(random.nextInt(dictionary.size())));
        while (walk.size() <= steps) {
            int[] next = dictionary.neighbours(walk.getLast());
            int word = next.length == 0 ? walk.getLast() : next[random.nextInt(next.length)];
            if (walk.contains(word)) {
                break;
            }
            walk.add(word);
        }
        return walk;
    }
}
