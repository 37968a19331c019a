package zeroone.tasks.sliding;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Shuffles the tiles by sliding them, never back at once. */
final class SlidingKind implements PuzzleKind<SlidingPuzzle> {
    private final SlidingConfig config;

    SlidingKind(SlidingConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public SlidingPuzzle draw(RandomGenerator random) {
        int moves = random.nextInt(config.minMoves(), config.maxMoves() + 1);
        String state = SlidingPuzzle.GOAL;
        String before = "";
        for (int move = 0; move < moves; move++) {
            List<Step<String>> slides = SlidingPuzzle.slides(state);
            Step<String> slide = slides.get(random.nextInt(slides.size()));
            while (slide.next().equals(before)) {
                slide = slides.get(random.nextInt(slides.size()));
            }
            before = state;
            state = slide.next();
        }
        return new SlidingPuzzle(state, moves);
    }

    /** Twelve slides around the same corner lead back to the order. */
    @Override
    public Optional<SlidingPuzzle> complete(SlidingPuzzle candidate) {
        return Optional.of(candidate).filter(puzzle -> !puzzle.solved(puzzle.start()));
    }

    @Override
    public SlidingPuzzle read(PuzzleData data) {
        String tiles = MarkedGrid.read(data, "tiles", SlidingPuzzle.SIDE, SlidingPuzzle.GOAL)
                .marks();
        if (tiles.chars().distinct().count() != tiles.length()) {
            throw new IllegalArgumentException("\"tiles\" must hold 1 to 8 and _, each once: " + tiles);
        }
        return new SlidingPuzzle(tiles, data.whole("moves", 1, 100));
    }
}
