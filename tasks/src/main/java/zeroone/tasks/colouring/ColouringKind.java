package zeroone.tasks.colouring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import zeroone.tasks.colouring.ColouringPuzzle.Edge;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Letters;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws graphs that can be coloured. */
final class ColouringKind implements PuzzleKind<ColouringPuzzle> {
    private static final int LONGEST = 2_000;

    private final ColouringConfig config;

    ColouringKind(ColouringConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public ColouringPuzzle draw(RandomGenerator random) {
        int count = random.nextInt(config.minEdges(), config.maxEdges() + 1);
        List<Edge> edges = new ArrayList<>();
        do {
            edges.clear();
            Set<Integer> joined = new HashSet<>();
            while (edges.size() < count) {
                int one = random.nextInt(config.vertices());
                int other = random.nextInt(config.vertices());
                if (one != other && joined.add(1 << one | 1 << other)) {
                    edges.add(new Edge(one, other));
                }
            }
        } while (!coversAll(edges));
        return new ColouringPuzzle(
                config.colours(), Letters.draw('A', config.vertices(), random).names(), edges);
    }

    @Override
    public Optional<ColouringPuzzle> complete(ColouringPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::solvable);
    }

    /** The vertices are those that the edges name. */
    @Override
    public ColouringPuzzle read(PuzzleData data) {
        List<String> list = AnswerText.items(data.text("edges", LONGEST));
        int named = 0;
        int[] joined = new int[Letters.ALPHABET];
        for (String edge : list) {
            int one = edge.length() == 3 ? Letters.inAlphabet('A', edge.charAt(0)) : -1;
            int other = one >= 0 && edge.charAt(1) == '-' ? Letters.inAlphabet('A', edge.charAt(2)) : -1;
            if (one < 0 || other < 0 || one == other || (joined[one] & 1 << other) != 0) {
                throw new IllegalArgumentException(
                        "\"edges\" must be pairs of different capital letters such as A-B, C-D, each pair once, not "
                                + AnswerText.quoted(edge));
            }
            joined[one] |= 1 << other;
            joined[other] |= 1 << one;
            named |= 1 << one | 1 << other;
        }
        Letters letters = new Letters('A', named);
        List<Edge> edges = new ArrayList<>();
        for (String edge : list) {
            edges.add(new Edge(letters.place(edge.charAt(0) - 'A'), letters.place(edge.charAt(2) - 'A')));
        }
        return new ColouringPuzzle(config.colours(), letters.names(), edges);
    }

    private boolean coversAll(List<Edge> edges) {
        int covered = 0;
        for (Edge edge : edges) {
            covered |= 1 << edge.one() | 1 << edge.other();
        }
        return Integer.bitCount(covered) == config.vertices();
    }
}
