package zeroone.tasks.futoshiki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.futoshiki.FutoshikiPuzzle.Inequality;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.puzzle.WrongAnswer;

/** Draws a Latin square, keeps some digits and tells some inequalities; only puzzles with one solution are kept. */
final class FutoshikiKind implements PuzzleKind<FutoshikiPuzzle> {
    private static final int LONGEST = 1_000;

    private final FutoshikiConfig config;
    private final FutoshikiShape shape;

    FutoshikiKind(FutoshikiConfig config) {
        this.config = config;
        shape = new FutoshikiShape(config.size());
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public FutoshikiPuzzle draw(RandomGenerator random) {
        int[] square = LatinSquare.draw(config.size(), random);
        List<int[]> pairs = new ArrayList<>(shape.neighbours());
        Collections.shuffle(pairs, random);
        int inequalities = random.nextInt(config.minInequalities(), config.maxInequalities() + 1);
        List<Inequality> signs = new ArrayList<>();
        for (int[] pair : pairs.subList(0, inequalities)) {
            boolean less = square[pair[0]] < square[pair[1]];
            signs.add(new Inequality(pair[less ? 0 : 1], pair[less ? 1 : 0]));
        }
        int[] givens = new int[square.length];
        Arrays.fill(givens, ConstraintPuzzle.OPEN);
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < square.length; cell++) {
            cells.add(cell);
        }
        Collections.shuffle(cells, random);
        int given = random.nextInt(config.minGivens(), config.maxGivens() + 1);
        cells.subList(0, given).forEach(cell -> givens[cell] = square[cell]);
        return new FutoshikiPuzzle(shape, givens, signs);
    }

    @Override
    public Optional<FutoshikiPuzzle> complete(FutoshikiPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::unique);
    }

    @Override
    public FutoshikiPuzzle read(PuzzleData data) {
        int size = config.size();
        int[] givens = new int[size * size];
        try {
            List<String> cells = AnswerText.rows(data.text("grid", LONGEST), size, size);
            for (int cell = 0; cell < givens.length; cell++) {
                givens[cell] = cells.get(cell).equals("_")
                        ? ConstraintPuzzle.OPEN
                        : AnswerText.named(shape.digits(), cells.get(cell));
            }
        } catch (WrongAnswer malformed) {
            throw new IllegalArgumentException(
                    "\"grid\" must have " + size + " rows of digits or underscores; it " + malformed.reason(),
                    malformed);
        }
        List<Inequality> inequalities = new ArrayList<>();
        String signs = data.text("signs", LONGEST);
        for (String sign : signs.isBlank() ? List.<String>of() : AnswerText.items(signs)) {
            inequalities.add(inequality(sign));
        }
        return new FutoshikiPuzzle(shape, givens, inequalities);
    }

    /** Reads {@code A1<A2} or {@code A1>A2}. */
    private Inequality inequality(String sign) {
        int first = sign.length() == 5 ? shape.cell(sign.charAt(0), sign.charAt(1)) : -1;
        int second = sign.length() == 5 ? shape.cell(sign.charAt(3), sign.charAt(4)) : -1;
        boolean less = sign.length() == 5 && sign.charAt(2) == '<';
        boolean more = sign.length() == 5 && sign.charAt(2) == '>';
        if (!shape.neighbours(first, second) || !(less || more)) {
            throw new IllegalArgumentException(
                    "\"signs\" must hold inequalities such as A1<A2 between cells side by side"
                            + " or one below the other, the first in reading order first, not " + sign);
        }
        return less ? new Inequality(first, second) : new Inequality(second, first);
    }
}
