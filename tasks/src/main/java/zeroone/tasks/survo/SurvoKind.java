package zeroone.tasks.survo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.puzzle.WrongAnswer;

/** Shuffles the numbers, tells the sums and some of the numbers; only puzzles with one solution are kept. */
final class SurvoKind implements PuzzleKind<SurvoPuzzle> {
    private static final int LONGEST = 200;

    private final SurvoConfig config;

    SurvoKind(SurvoConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public SurvoPuzzle draw(RandomGenerator random) {
        int cells = config.rows() * config.columns();
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, cells).boxed().toList());
        Collections.shuffle(numbers, random);
        int[] rowSums = new int[config.rows()];
        int[] columnSums = new int[config.columns()];
        for (int cell = 0; cell < cells; cell++) {
            rowSums[cell / config.columns()] += numbers.get(cell) + 1;
            columnSums[cell % config.columns()] += numbers.get(cell) + 1;
        }
        int[] givens = new int[cells];
        Arrays.fill(givens, ConstraintPuzzle.OPEN);
        int given = random.nextInt(config.minGivens(), config.maxGivens() + 1);
        while (given > 0) {
            int cell = random.nextInt(cells);
            if (givens[cell] == ConstraintPuzzle.OPEN) {
                givens[cell] = numbers.get(cell);
                given--;
            }
        }
        return new SurvoPuzzle(givens, rowSums, columnSums);
    }

    @Override
    public Optional<SurvoPuzzle> complete(SurvoPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::unique);
    }

    @Override
    public SurvoPuzzle read(PuzzleData data) {
        int cells = config.rows() * config.columns();
        int[] givens = new int[cells];
        try {
            List<String> words = AnswerText.rows(data.text("grid", LONGEST), config.rows(), config.columns());
            for (int cell = 0; cell < cells; cell++) {
                givens[cell] = words.get(cell).equals("_") ? ConstraintPuzzle.OPEN : number(words.get(cell), cells) - 1;
            }
        } catch (WrongAnswer malformed) {
            throw new IllegalArgumentException(
                    "\"grid\" must have " + config.rows() + " rows of " + config.columns()
                            + " numbers or underscores; it " + malformed.reason(),
                    malformed);
        }
        return new SurvoPuzzle(givens, sums(data, "rows", config.rows()), sums(data, "columns", config.columns()));
    }

    private static int[] sums(PuzzleData data, String field, int count) {
        List<String> list = AnswerText.items(data.text(field, LONGEST));
        int[] sums = new int[list.size()];
        try {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = number(list.get(i), 99);
            }
            if (sums.length != count) {
                throw new WrongAnswer("has " + sums.length);
            }
        } catch (WrongAnswer malformed) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" must be " + count + " sums from 1 to 99; it " + malformed.reason(), malformed);
        }
        return sums;
    }

    private static int number(String word, int most) throws WrongAnswer {
        int number = 0;
        for (int i = 0; i < Math.min(word.length(), 3); i++) {
            int digit = word.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? most + 1 : 10 * number + digit;
        }
        if (number < 1 || number > most || word.charAt(0) == '0') {
            throw new WrongAnswer("has " + AnswerText.quoted(word));
        }
        return number;
    }
}
