package zeroone.tasks.puzzle;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names of vertices, variables, jugs: letters in alphabetical order, drawn anew for each problem so that an answer fits no
 * other.
 *
 * @param first the first letter of the alphabet they are from: {@code A} or {@code a}
 * @param bits the letters, bit 0 for the first
 */
public record Letters(char first, int bits) {
    /** How many letters there are. */
    public static final int ALPHABET = 26;

    public Letters {
        if ((first != 'A' && first != 'a') || bits >>> ALPHABET != 0) {
            throw new IllegalArgumentException("letters are among the 26 from A or from a: " + first + ", " + bits);
        }
    }

    /** So many different letters. */
    public static Letters draw(char first, int count, RandomGenerator random) {
        if (count < 1 || count > ALPHABET) {
            throw new IllegalArgumentException("there are " + ALPHABET + " letters, not " + count);
        }
        int bits = 0;
        while (Integer.bitCount(bits) < count) {
            bits |= 1 << random.nextInt(ALPHABET);
        }
        return new Letters(first, bits);
    }

    /** The place of a character in the whole alphabet, from 0; -1 if it is not one of its letters. */
    public static int inAlphabet(char first, char letter) {
        return letter >= first && letter < first + ALPHABET ? letter - first : -1;
    }

    /** The place, among these letters, of one of them given by its place in the alphabet. */
    public int place(int inAlphabet) {
        return Integer.bitCount(bits & ((1 << inAlphabet) - 1));
    }

    /** The letters as texts. */
    public List<String> names() {
        List<String> names = new ArrayList<>(Integer.bitCount(bits));
        for (int left = bits; left != 0; left &= left - 1) {
            names.add(String.valueOf((char) (first + Integer.numberOfTrailingZeros(left))));
        }
        return names;
    }
}
