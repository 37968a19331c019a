package zeroone.tasks.hanoi;

import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws two positions that are as far apart as the configuration says. */
final class HanoiKind implements PuzzleKind<HanoiPuzzle> {
    private final HanoiConfig config;

    HanoiKind(HanoiConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public HanoiPuzzle draw(RandomGenerator random) {
        return new HanoiPuzzle(config.discs(), position(random), position(random), 1);
    }

    @Override
    public Optional<HanoiPuzzle> complete(HanoiPuzzle candidate) {
        return PathSearch.of(candidate)
                .moves()
                .filter(moves -> moves.size() >= config.minMoves() && moves.size() <= config.maxMoves())
                .map(moves -> candidate.withMoves(moves.size() + config.slack()));
    }

    @Override
    public HanoiPuzzle read(PuzzleData data) {
        return new HanoiPuzzle(
                config.discs(), position(data, "start"), position(data, "goal"), data.whole("moves", 1, 200));
    }

    private int position(RandomGenerator random) {
        int state = 0;
        for (int disc = 0; disc < config.discs(); disc++) {
            state |= random.nextInt(HanoiPuzzle.PEGS) << 2 * disc;
        }
        return state;
    }

    private int position(PuzzleData data, String field) {
        String pegs = data.text(field, 50);
        int state = 0;
        for (int disc = 0; disc < pegs.length() && disc < config.discs(); disc++) {
            state |= Math.clamp(pegs.charAt(disc) - 'a', 0, HanoiPuzzle.PEGS - 1) << 2 * disc;
        }
        if (pegs.length() != config.discs() || !pegs.chars().allMatch(peg -> peg >= 'a' && peg <= 'c')) {
            throw new IllegalArgumentException("\"" + field + "\" must name the peg a, b or c of each of the "
                    + config.discs() + " discs, the smallest first, not " + AnswerText.quoted(pegs));
        }
        return state;
    }
}
