package zeroone.tasks.zebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.puzzle.WrongAnswer;

/** Draws an arrangement and clues that are true of it, until it is the only one that fits them. */
final class ZebraKind implements PuzzleKind<ZebraPuzzle> {
    private static final int LONGEST = 2_000;
    private static final Pattern ITEM = Pattern.compile("[A-Za-z]{1,12}");

    /** Clues that name a house are rare: they give much away. */
    private static final double HOUSES_NAMED = 0.15;

    /** Clues about two items; a relation listed twice comes up twice as often. */
    private static final List<Relation> OF_ITEMS = List.of(
            Relation.WITH,
            Relation.WITH,
            Relation.NOT_WITH,
            Relation.LEFT_OF,
            Relation.NEXT_TO,
            Relation.NEXT_TO,
            Relation.BEFORE);

    private static final List<List<String>> GROUPS = List.of(
            List.of("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal"),
            List.of("tea", "milk", "coffee", "cocoa", "water", "juice", "cider", "soda"),
            List.of("cat", "dog", "fox", "owl", "zebra", "snail", "horse", "parrot"),
            List.of("red", "green", "blue", "white", "yellow", "pink", "grey", "brown"),
            List.of("chess", "piano", "tennis", "poker", "judo", "yoga", "golf", "drums"));

    private final ZebraConfig config;

    ZebraKind(ZebraConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public ZebraPuzzle draw(RandomGenerator random) {
        int houses = config.houses();
        List<List<String>> groups = new ArrayList<>(GROUPS);
        Collections.shuffle(groups, random);
        List<String> items = new ArrayList<>();
        int[] arrangement = new int[houses * config.groups()];
        for (List<String> group : groups.subList(0, config.groups())) {
            List<String> names = new ArrayList<>(group);
            Collections.shuffle(names, random);
            List<Integer> order = new ArrayList<>();
            for (int house = 0; house < houses; house++) {
                order.add(house);
            }
            Collections.shuffle(order, random);
            for (int house = 0; house < houses; house++) {
                arrangement[items.size()] = order.get(house);
                items.add(names.get(house));
            }
        }
        int count = random.nextInt(config.minClues(), config.maxClues() + 1);
        Set<Clue> clues = new HashSet<>();
        List<Clue> order = new ArrayList<>();
        while (order.size() < count) {
            Clue clue = clue(arrangement, random);
            boolean repeats = clues.contains(clue)
                    || (clue.relation().symmetric()
                            && clues.contains(new Clue(clue.other(), clue.relation(), clue.item())));
            if (!repeats) {
                clues.add(clue);
                order.add(clue);
            }
        }
        return new ZebraPuzzle(houses, items, order);
    }

    @Override
    public Optional<ZebraPuzzle> complete(ZebraPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::unique);
    }

    @Override
    public ZebraPuzzle read(PuzzleData data) {
        List<String> items;
        try {
            items = AnswerText.rows(data.text("items", LONGEST), config.groups(), config.houses());
        } catch (WrongAnswer malformed) {
            throw new IllegalArgumentException(
                    "\"items\" must be " + config.groups() + " groups of " + config.houses() + " words; it "
                            + malformed.reason(),
                    malformed);
        }
        if (!items.stream().allMatch(item -> ITEM.matcher(item).matches())
                || new HashSet<>(items).size() != items.size()) {
            throw new IllegalArgumentException("\"items\" must be different words of 1 to 12 letters: " + items);
        }
        List<Clue> clues = new ArrayList<>();
        for (String text : AnswerText.items(data.text("clues", LONGEST))) {
            clues.add(clue(items, text));
        }
        return new ZebraPuzzle(config.houses(), items, clues);
    }

    /**
     * A clue that is true of the arrangement; items of one group are not said to be with each other or not. The relation
     * comes first, or the weak ones, which are true more often, would crowd out the others.
     */
    private Clue clue(int[] arrangement, RandomGenerator random) {
        if (random.nextDouble() < HOUSES_NAMED) {
            int item = random.nextInt(arrangement.length);
            int house = random.nextInt(config.houses());
            return new Clue(item, arrangement[item] == house ? Relation.AT : Relation.NOT_AT, house);
        }
        Relation relation = OF_ITEMS.get(random.nextInt(OF_ITEMS.size()));
        while (true) {
            int item = random.nextInt(arrangement.length);
            int other = random.nextInt(arrangement.length);
            boolean sameGroup = item / config.houses() == other / config.houses();
            boolean says = !sameGroup || (relation != Relation.WITH && relation != Relation.NOT_WITH);
            if (item != other && says && relation.holds(arrangement[item], arrangement[other])) {
                return new Clue(item, relation, other);
            }
        }
    }

    /** Reads {@code Ada at 1} or {@code Ada next-to tea}. */
    private Clue clue(List<String> items, String text) {
        List<String> words = AnswerText.words(text);
        Optional<Relation> relation = words.size() == 3 ? Relation.of(words.get(1)) : Optional.empty();
        int item = relation.isPresent() ? items.indexOf(words.get(0)) : -1;
        int other =
                relation.isEmpty() ? -1 : relation.get().ofHouse() ? house(words.get(2)) : items.indexOf(words.get(2));
        if (relation.isEmpty()
                || item < 0
                || other < 0
                || (item == other && !relation.get().ofHouse())) {
            throw new IllegalArgumentException(
                    "\"clues\" must be such as Ada at 1, Ada next-to tea, with items and houses"
                            + " of the puzzle; not " + AnswerText.quoted(text));
        }
        return new Clue(item, relation.get(), other);
    }

    private int house(String word) {
        boolean exists = word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) < '1' + config.houses();
        return exists ? word.charAt(0) - '1' : -1;
    }
}
