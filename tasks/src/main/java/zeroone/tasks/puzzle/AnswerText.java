package zeroone.tasks.puzzle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forms that answers to puzzles have: words, items between commas, rows of cells, names with values. */
public final class AnswerText {
    private static final int LONGEST_QUOTE = 12;

    private AnswerText() {}

    /** The parts between spaces; several spaces count as one. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The parts between commas, without spaces around them; an empty part stays an empty text. */
    public static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                items.add(trimmed(text, start, i));
                start = i + 1;
            }
        }
        return items;
    }

    /**
     * Rows of cells: slashes or line breaks between rows, spaces between cells.
     *
     * @return the cells in reading order
     * @throws WrongAnswer if the number of rows or cells is not the one wanted
     */
    public static List<String> rows(String text, int rows, int columns) throws WrongAnswer {
        List<String> cells = new ArrayList<>(rows * columns);
        int row = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '/' || text.charAt(i) == '\n') {
                row++;
                List<String> words = words(text.substring(start, i).strip());
                if (row <= rows && words.size() != columns) {
                    throw new WrongAnswer("has " + words.size() + " cells in row " + row + ", not " + columns);
                }
                cells.addAll(words);
                start = i + 1;
            }
        }
        if (row != rows) {
            throw new WrongAnswer("has " + row + " rows, not " + rows);
        }
        return cells;
    }

    /**
     * Names with values, {@code A red, B blue}, in any order, every name once.
     *
     * @return the index of the value of each name
     * @throws WrongAnswer if the text is anything else
     */
    public static int[] pairs(String text, List<String> names, List<String> values) throws WrongAnswer {
        int[] chosen = new int[names.size()];
        Arrays.fill(chosen, -1);
        for (String item : items(text)) {
            List<String> words = words(item);
            if (words.size() != 2) {
                throw new WrongAnswer("has " + quoted(item) + " where a name and a value should be");
            }
            int name = named(names, words.get(0));
            if (chosen[name] >= 0) {
                throw new WrongAnswer("gives " + names.get(name) + " twice");
            }
            chosen[name] = named(values, words.get(1));
        }
        for (int name = 0; name < chosen.length; name++) {
            if (chosen[name] < 0) {
                throw new WrongAnswer("does not give " + names.get(name));
            }
        }
        return chosen;
    }

    /**
     * The place of a word in a list.
     *
     * @throws WrongAnswer if it is not in the list
     */
    public static int named(List<String> names, String word) throws WrongAnswer {
        int index = names.indexOf(word);
        if (index < 0) {
            throw new WrongAnswer("has " + quoted(word) + ", which is none of " + shortened(String.join(", ", names)));
        }
        return index;
    }

    /** The text in quotation marks, shortened. */
    public static String quoted(String text) {
        int end = Math.min(LONGEST_QUOTE, text.length());
        return "\"" + text.substring(0, end) + (end < text.length() ? "…" : "") + "\"";
    }

    private static String trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static String shortened(String names) {
        return names.length() > 80 ? names.substring(0, 80) + "…" : names;
    }
}
