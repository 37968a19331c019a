package zeroone.tasks.nonogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Fills cells at random and tells the blocks; only puzzles with one solution are kept. */
final class NonogramKind implements PuzzleKind<NonogramPuzzle> {
    private static final int LONGEST = 200;

    private final NonogramConfig config;
    private final NonogramShape shape;

    NonogramKind(NonogramConfig config) {
        this.config = config;
        shape = new NonogramShape(config.size());
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public NonogramPuzzle draw(RandomGenerator random) {
        int size = config.size();
        int[] rows = new int[size];
        int[] columns = new int[size];
        for (int cell = 0; cell < size * size; cell++) {
            if (random.nextDouble() < config.filled()) {
                rows[cell / size] |= 1 << cell % size;
                columns[cell % size] |= 1 << cell / size;
            }
        }
        return new NonogramPuzzle(shape, blocks(rows), blocks(columns));
    }

    @Override
    public Optional<NonogramPuzzle> complete(NonogramPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::unique);
    }

    @Override
    public NonogramPuzzle read(PuzzleData data) {
        return new NonogramPuzzle(shape, blocks(data, "rows"), blocks(data, "columns"));
    }

    private List<String> blocks(PuzzleData data, String field) {
        List<String> list = AnswerText.items(data.text(field, LONGEST));
        if (list.size() != config.size()) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" must be " + config.size() + " lists of blocks, not " + list.size());
        }
        for (String blocks : list) {
            if (shape.lines(blocks).length == 0) {
                throw new IllegalArgumentException("\"" + field + "\" must be lengths of blocks that fit into "
                        + config.size() + " cells, such as 1 2 or 0, not " + AnswerText.quoted(blocks));
            }
        }
        return list;
    }

    private static List<String> blocks(int[] lines) {
        List<String> blocks = new ArrayList<>(lines.length);
        for (int line : lines) {
            blocks.add(Blocks.of(line));
        }
        return blocks;
    }
}
