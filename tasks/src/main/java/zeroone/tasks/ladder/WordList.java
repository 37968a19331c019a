package zeroone.tasks.ladder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The common English words of one length that ladders are drawn from, and which differ in one letter. */
final class WordList {
    private static final String RESOURCE = "words.txt";

    private final List<String> words;
    private final List<int[]> neighbours = new ArrayList<>();

    /** Reads the words of so many letters that come with this library. */
    WordList(int letters) {
        words = read().lines().filter(word -> word.length() == letters).toList();
        for (String word : words) {
            neighbours.add(IntStream.range(0, words.size())
                    .filter(other -> neighbours(word, words.get(other)))
                    .toArray());
        }
    }

    int size() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The words that differ from a word in exactly one letter. */
    int[] neighbours(int index) {
        return neighbours.get(index);
    }

    /** Whether two words of one length differ in exactly one letter. */
    static boolean neighbours(String one, String other) {
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static String read() {
        try (InputStream in = WordList.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the list of words " + RESOURCE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of words " + RESOURCE, e);
        }
    }
}
