package zeroone.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well the people worked whose notes a base model learns from. Who neither guesses nor is careless searches.
 *
 * @param guess share of solutions that answer at once
 * @param careless share that try a little, check nothing and answer the last thing tried
 * @param sloppy share that search and make mistakes; counted among the searches
 * @param systematic share of the searches that try things in a fixed order; the others try in random order
 * @param persistent share of the searches that never give up
 * @param cut share of the searches that break off anywhere, even in the middle of a line, and then guess
 * @param meanTries mean of the exponential number of tries, beyond the first, after which the other searches give up
 */
public record TraceMixture(
        double guess,
        double careless,
        double sloppy,
        double systematic,
        double persistent,
        double cut,
        double meanTries) {
    private static final int MOST_TRIES = 1_000_000;

    /** Words and numbers of a thought; a thought breaks off between two of them. */
    private static final Pattern PIECE =
            Pattern.compile("(?:,| and| left| want| no\\.| Wait,| try:| order:| anything:) (?=\\d|$)"
                    + "| [A-Za-z]\\d| \\d(?!\\d)|\\d{1,3}| [A-Za-z]+[.,:!]?|.");

    public TraceMixture {
        share("guess", guess);
        share("careless", careless);
        share("sloppy", sloppy);
        share("systematic", systematic);
        share("persistent", persistent);
        share("cut", cut);
        if (guess + careless + sloppy > 1 + 1e-9) {
            throw new IllegalArgumentException("guess, careless and sloppy must not add up to more than 1: " + guess
                    + " + " + careless + " + " + sloppy + "; lower one of them");
        }
        if (!(meanTries >= 0) || meanTries > 100_000) {
            throw new IllegalArgumentException("meanTries must be in [0, 100000]: " + meanTries);
        }
    }

    /** The way of working of one writer. */
    public enum Manner {
        GUESS,
        CARELESS,
        SEARCH,
        SLOPPY
    }

    /** Draws a manner with the probabilities of this mixture. */
    public Manner manner(RandomGenerator random) {
        double place = random.nextDouble();
        if (place < guess) {
            return Manner.GUESS;
        }
        if (place < guess + careless) {
            return Manner.CARELESS;
        }
        return place < guess + careless + sloppy ? Manner.SLOPPY : Manner.SEARCH;
    }

    /** Draws whether a search follows a fixed order. */
    public boolean systematic(RandomGenerator random) {
        return random.nextDouble() < systematic;
    }

    /** Draws after how many tries a search gives up: at least one. */
    public int tries(RandomGenerator random) {
        if (random.nextDouble() < persistent) {
            return MOST_TRIES;
        }
        return (int) Math.min(MOST_TRIES, 1 - meanTries * Math.log1p(-random.nextDouble()));
    }

    /** Draws whether a search breaks off. */
    public boolean cut(RandomGenerator random) {
        return random.nextDouble() < cut;
    }

    /** Breaks a thought off between two of its words or numbers, drawn uniformly; it may lose all of them, or one. */
    public static String breakOff(String thought, RandomGenerator random) {
        List<Integer> starts = new ArrayList<>();
        Matcher pieces = PIECE.matcher(thought);
        while (pieces.find()) {
            starts.add(pieces.start());
        }
        return starts.isEmpty() ? thought : thought.substring(0, starts.get(random.nextInt(starts.size())));
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is a share and must be in [0, 1]: " + value);
        }
    }
}
