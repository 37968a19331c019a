package zeroone.tasks.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Letters;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.route.RoutePuzzle.Road;

/** Draws roads and two places; the shortest length between them is what is allowed. */
final class RouteKind implements PuzzleKind<RoutePuzzle> {
    private static final int LONGEST = 2_000;

    private final RouteConfig config;

    RouteKind(RouteConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public RoutePuzzle draw(RandomGenerator random) {
        List<Road> roads = new ArrayList<>();
        int covered;
        do {
            roads.clear();
            covered = 0;
            Set<Integer> joined = new HashSet<>();
            while (roads.size() < config.roads()) {
                int one = random.nextInt(config.places());
                int other = random.nextInt(config.places());
                if (one != other && joined.add(1 << one | 1 << other)) {
                    roads.add(new Road(one, other, 1 + random.nextInt(config.maxLength())));
                    covered |= 1 << one | 1 << other;
                }
            }
        } while (Integer.bitCount(covered) < config.places());
        int from = random.nextInt(config.places());
        int to = (from + 1 + random.nextInt(config.places() - 1)) % config.places();
        return new RoutePuzzle(Letters.draw('A', config.places(), random).names(), roads, from, to, 1);
    }

    @Override
    public Optional<RoutePuzzle> complete(RoutePuzzle candidate) {
        return candidate
                .shortest()
                .map(candidate::withLimit)
                .filter(puzzle -> PathSearch.of(puzzle)
                        .moves()
                        .filter(moves -> moves.size() >= config.minRoads())
                        .isPresent());
    }

    /** The places are those that the roads name. */
    @Override
    public RoutePuzzle read(PuzzleData data) {
        List<String> list = AnswerText.items(data.text("roads", LONGEST));
        int named = 0;
        int[] joined = new int[Letters.ALPHABET];
        for (String road : list) {
            boolean wellFormed =
                    road.length() >= 5 && road.length() <= 6 && road.charAt(1) == '-' && road.charAt(3) == ' ';
            int one = wellFormed ? Letters.inAlphabet('A', road.charAt(0)) : -1;
            int other = wellFormed ? Letters.inAlphabet('A', road.charAt(2)) : -1;
            if (one < 0 || other < 0 || one == other || (joined[one] & 1 << other) != 0 || length(road) == 0) {
                throw new IllegalArgumentException(
                        "\"roads\" must be pairs of different capital letters with lengths from 1"
                                + " to 99, such as A-B 4, B-C 7, each pair once, not " + AnswerText.quoted(road));
            }
            joined[one] |= 1 << other;
            joined[other] |= 1 << one;
            named |= 1 << one | 1 << other;
        }
        Letters letters = new Letters('A', named);
        List<String> names = letters.names();
        List<Road> roads = new ArrayList<>();
        for (String road : list) {
            roads.add(new Road(letters.place(road.charAt(0) - 'A'), letters.place(road.charAt(2) - 'A'), length(road)));
        }
        int from = names.indexOf(data.text("from", 1));
        int to = names.indexOf(data.text("to", 1));
        if (from < 0 || to < 0 || from == to) {
            throw new IllegalArgumentException("\"from\" and \"to\" must be two of the places: " + names);
        }
        return new RoutePuzzle(names, roads, from, to, data.whole("limit", 1, 2_000));
    }

    /** The length at the end of a road, 1 to 99; 0 for anything else. */
    private static int length(String road) {
        int length = 0;
        for (int i = 4; i < road.length(); i++) {
            int digit = road.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (i == 4 && digit == 0)) {
                return 0;
            }
            length = 10 * length + digit;
        }
        return length;
    }
}
