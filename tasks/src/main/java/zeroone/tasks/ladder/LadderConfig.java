package zeroone.tasks.ladder;

/**
 * One kind of word ladder. The words that may be used are told, so that no dictionary decides what is right.
 *
 * @param name name of the task
 * @param letters length of the words: 3 or 4
 * @param words how many words may be used, 6 to 40
 * @param minMoves fewest changes of a shortest ladder
 * @param maxMoves most changes of a shortest ladder
 */
public record LadderConfig(String name, int letters, int words, int minMoves, int maxMoves) {
    public static final LadderConfig THREE = new LadderConfig("ladder-3", 3, 12, 3, 5);

    public static final LadderConfig FOUR = new LadderConfig("ladder-4", 4, 20, 4, 8);

    public LadderConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (letters != 3 && letters != 4) {
            throw new IllegalArgumentException("letters must be 3 or 4: " + letters);
        }
        if (words < 6 || words > 40) {
            throw new IllegalArgumentException("words must be in [6, 40]: " + words);
        }
        if (minMoves < 2 || minMoves > maxMoves || maxMoves >= words) {
            throw new IllegalArgumentException("2 <= minMoves <= maxMoves < words must hold: " + minMoves + " to "
                    + maxMoves + " with " + words + " words");
        }
    }
}
