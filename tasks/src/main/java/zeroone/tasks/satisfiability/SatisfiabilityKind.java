package zeroone.tasks.satisfiability;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import zeroone.tasks.constraint.ConstraintSearch;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Letters;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws clauses that can be satisfied together. */
final class SatisfiabilityKind implements PuzzleKind<SatisfiabilityPuzzle> {
    private static final int LONGEST = 3_000;
    private static final int LITERALS = 3;

    private final SatisfiabilityConfig config;

    SatisfiabilityKind(SatisfiabilityConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public SatisfiabilityPuzzle draw(RandomGenerator random) {
        int count = random.nextInt(config.minClauses(), config.maxClauses() + 1);
        int all = (1 << config.variables()) - 1;
        while (true) {
            Set<Integer> seen = new HashSet<>();
            int[][] clauses = new int[count][];
            int named = 0;
            for (int clause = 0; clause < count; ) {
                int[] drawn = new int[LITERALS];
                for (int i = 0; i < LITERALS; i++) {
                    drawn[i] = random.nextInt(2 * config.variables());
                }
                int variables = 1 << drawn[0] / 2 | 1 << drawn[1] / 2 | 1 << drawn[2] / 2;
                int key = variables << 3 | signs(drawn);
                if (Integer.bitCount(variables) == LITERALS && seen.add(key)) {
                    clauses[clause++] = drawn;
                    named |= variables;
                }
            }
            if (named == all) {
                return new SatisfiabilityPuzzle(
                        Letters.draw('a', config.variables(), random).names(), clauses);
            }
        }
    }

    @Override
    public Optional<SatisfiabilityPuzzle> complete(SatisfiabilityPuzzle candidate) {
        return Optional.of(candidate).filter(ConstraintSearch::solvable);
    }

    /** The variables are those that the clauses name. */
    @Override
    public SatisfiabilityPuzzle read(PuzzleData data) {
        List<String> list = AnswerText.items(data.text("clauses", LONGEST));
        int[][] clauses = new int[list.size()][LITERALS];
        int named = 0;
        for (int clause = 0; clause < clauses.length; clause++) {
            named |= letters(list.get(clause), clauses[clause]);
        }
        Letters letters = new Letters('a', named);
        for (int[] clause : clauses) {
            for (int i = 0; i < LITERALS; i++) {
                clause[i] = 2 * letters.place(clause[i] / 2) + clause[i] % 2;
            }
        }
        return new SatisfiabilityPuzzle(letters.names(), clauses);
    }

    /** Reads {@code a -b c} into literals over the whole alphabet; returns the letters as bits. */
    private static int letters(String clause, int[] literals) {
        List<String> words = AnswerText.words(clause);
        int letters = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int letter = Letters.inAlphabet('a', word.charAt(word.length() - 1));
            boolean literal = word.length() == 1 || (word.length() == 2 && word.charAt(0) == '-');
            if (i >= LITERALS || !literal || letter < 0) {
                throw malformed(clause);
            }
            letters |= 1 << letter;
            literals[i] = 2 * letter + word.length() - 1;
        }
        if (Integer.bitCount(letters) != LITERALS) {
            throw malformed(clause);
        }
        return letters;
    }

    private static IllegalArgumentException malformed(String clause) {
        return new IllegalArgumentException(
                "\"clauses\" must each be three different small letters with or without a minus, such as a -b c, not "
                        + AnswerText.quoted(clause));
    }

    /** Which of the three literals are negated, in the order of their variables. */
    private static int signs(int[] literals) {
        int[] sorted = literals.clone();
        Arrays.sort(sorted);
        return sorted[0] % 2 | sorted[1] % 2 << 1 | sorted[2] % 2 << 2;
    }
}
