package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that differ from a right answer in one character: what a careless verifier takes for it. */
final class NearMisses {
    private NearMisses() {}

    /**
     * One character changed, dropped, doubled or exchanged with the next, at random places.
     *
     * @param most how many near misses to make at most
     */
    static List<String> of(String right, int most, RandomGenerator random) {
        List<String> misses = new ArrayList<>();
        for (int i = 0; i < most && !right.isEmpty(); i++) {
            int place = random.nextInt(right.length());
            String before = right.substring(0, place);
            String after = right.substring(place + 1);
            char character = right.charAt(place);
            misses.add(
                    switch (i % 4) {
                        case 0 -> before + other(character, random) + after;
                        case 1 -> before + after;
                        case 2 -> before + character + character + after;
                        case 3 -> after.isEmpty() ? after : before + after.charAt(0) + character + after.substring(1);
                        default -> throw new AssertionError(i);
                    });
        }
        return misses;
    }

    /** Another character of the same kind: a digit for a digit, a small letter for a small letter. */
    private static char other(char character, RandomGenerator random) {
        if (character >= '0' && character <= '9') {
            return (char) ('0' + (character - '0' + 1 + random.nextInt(9)) % 10);
        }
        if (character >= 'a' && character <= 'z') {
            return (char) ('a' + (character - 'a' + 1 + random.nextInt(25)) % 26);
        }
        if (character >= 'A' && character <= 'Z') {
            return (char) ('A' + (character - 'A' + 1 + random.nextInt(25)) % 26);
        }
        return 'x';
    }
}
