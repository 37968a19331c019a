package zeroone.tasks.jugs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Letters;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws jugs with which the target can be measured in so many moves as the configuration says. */
final class JugsKind implements PuzzleKind<JugsPuzzle> {
    private static final int LONGEST = 200;
    private static final int MOST_LITRES = 30;

    /** Half of the jugs have something in them. */
    private static final double EMPTY = 0.5;

    /** Jugs whose shortest solution lies beyond so many states are left out. */
    private static final int MOST_STATES = 1_000;

    private final JugsConfig config;

    JugsKind(JugsConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public JugsPuzzle draw(RandomGenerator random) {
        int[] capacities = new int[config.jugs()];
        int[] amounts = new int[config.jugs()];
        int largest = 0;
        for (int jug = 0; jug < capacities.length; jug++) {
            capacities[jug] = random.nextInt(config.minCapacity(), config.maxCapacity() + 1);
            amounts[jug] = random.nextDouble() < EMPTY ? 0 : random.nextInt(capacities[jug] + 1);
            largest = Math.max(largest, capacities[jug]);
        }
        return new JugsPuzzle(
                Letters.draw('a', config.jugs(), random).names(), capacities, amounts, 1 + random.nextInt(largest), 1);
    }

    @Override
    public Optional<JugsPuzzle> complete(JugsPuzzle candidate) {
        return PathSearch.from(candidate, candidate.start(), MOST_STATES)
                .moves()
                .filter(moves -> moves.size() >= config.minMoves() && moves.size() <= config.maxMoves())
                .map(moves -> candidate.withMoves(moves.size() + config.slack()));
    }

    @Override
    public JugsPuzzle read(PuzzleData data) {
        List<String> list = AnswerText.items(data.text("jugs", LONGEST));
        if (list.size() != config.jugs()) {
            throw new IllegalArgumentException("\"jugs\" must tell of " + config.jugs() + " jugs, not " + list.size());
        }
        List<String> names = new ArrayList<>();
        int[] capacities = new int[list.size()];
        int[] amounts = new int[list.size()];
        for (int jug = 0; jug < list.size(); jug++) {
            List<String> words = AnswerText.words(list.get(jug));
            boolean wellFormed = words.size() == 3 && small(words.get(0)) && !names.contains(words.get(0));
            capacities[jug] = wellFormed ? litres(words.get(1)) : -1;
            amounts[jug] = wellFormed ? litres(words.get(2)) : -1;
            if (capacities[jug] < 1 || amounts[jug] < 0 || amounts[jug] > capacities[jug]) {
                throw new IllegalArgumentException(
                        "\"jugs\" must be different small letters, each with a capacity from 1"
                                + " to " + MOST_LITRES + " and an amount up to that, such as a 5 0, b 3 2, not "
                                + AnswerText.quoted(list.get(jug)));
            }
            names.add(words.get(0));
        }
        return new JugsPuzzle(
                names, capacities, amounts, data.whole("target", 0, MOST_LITRES), data.whole("moves", 1, 100));
    }

    private static boolean small(String word) {
        return word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
    }

    /** A number from 0 to 30; -1 for anything else. */
    private static int litres(String word) {
        boolean digits = word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(word) <= MOST_LITRES ? Integer.parseInt(word) : -1;
    }
}
