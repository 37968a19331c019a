package zeroone.tasks.lights;

import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Presses cells of a dark grid. */
final class LightsKind implements PuzzleKind<LightsPuzzle> {
    private final LightsConfig config;

    LightsKind(LightsConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public LightsPuzzle draw(RandomGenerator random) {
        int presses = random.nextInt(config.minPresses(), config.maxPresses() + 1);
        int pressed = 0;
        int lamps = 0;
        while (Integer.bitCount(pressed) < presses) {
            int cell = random.nextInt(config.size() * config.size());
            if ((pressed & 1 << cell) == 0) {
                pressed |= 1 << cell;
                lamps ^= LightsPuzzle.switched(config.size(), cell);
            }
        }
        StringBuilder marks = new StringBuilder();
        for (int cell = 0; cell < config.size() * config.size(); cell++) {
            marks.append((lamps >> cell & 1) == 1 ? LightsPuzzle.ON : LightsPuzzle.OFF);
        }
        return new LightsPuzzle(new MarkedGrid(config.size(), marks.toString()));
    }

    /** Some sets of cells switch nothing in all. */
    @Override
    public Optional<LightsPuzzle> complete(LightsPuzzle candidate) {
        return Optional.of(candidate).filter(LightsPuzzle::anyOn);
    }

    @Override
    public LightsPuzzle read(PuzzleData data) {
        LightsPuzzle puzzle = new LightsPuzzle(MarkedGrid.read(data, "lamps", config.size(), "*."));
        if (!puzzle.anyOn()) {
            throw new IllegalArgumentException("\"lamps\" must have a lamp that is on");
        }
        return puzzle;
    }
}
