package zeroone.testkit;

import java.util.List;

/** The input of a program, word by word. */
final class PlainInput {
    private final String[] words;
    private int next;

    PlainInput(String text) {
        words = text.split("\\s+", -1);
    }

    String word() {
        return words[next++];
    }

    long number() {
        return Long.parseLong(word());
    }

    long[] numbers() {
        long[] numbers = new long[(int) number()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    List<String> lines() {
        int count = (int) number();
        List<String> lines = List.of(words).subList(next, next + count);
        next += count;
        return lines;
    }
}
