package zeroone.tasks.letters;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "How often does the letter r occur in "strawberry"?"
 *
 * @param words how many words the text has, up to 30
 */
record LetterCount(String level, int words) implements Exercise<LetterCount.Text> {
    LetterCount {
        if (words < 1 || words > 30) {
            throw new IllegalArgumentException("a text must have 1 to 30 words: " + words);
        }
    }

    /** A text and the letter to count. */
    record Text(String words, char letter) {
        int count() {
            return LetterCount.count(words, letter);
        }
    }

    @Override
    public String name() {
        return "letter-count-" + level;
    }

    @Override
    public Text draw(RandomGenerator random) {
        String text = String.join(" ", Words.draw(words, random));
        char letter = ' ';
        while (letter == ' ') {
            // Mostly a letter of the text, now and then one that may be missing.
            letter = random.nextInt(8) == 0
                    ? (char) ('a' + random.nextInt(26))
                    : text.charAt(random.nextInt(text.length()));
        }
        return new Text(text, letter);
    }

    @Override
    public ObjectNode data(Text text) {
        return Fields.empty().put("text", text.words()).put("letter", String.valueOf(text.letter()));
    }

    @Override
    public Text read(ObjectNode data) {
        String letter = Fields.text(data, "letter");
        if (letter.length() != 1 || letter.charAt(0) < 'a' || letter.charAt(0) > 'z') {
            throw new IllegalArgumentException("\"letter\" must be one small letter: \"" + letter + "\"");
        }
        return new Text(Words.field(data, "text"), letter.charAt(0));
    }

    @Override
    public String id(Text text) {
        return text.letter() + " in " + text.words();
    }

    @Override
    public String prompt(Text text) {
        return "How often does the letter " + text.letter() + " occur in \"" + text.words()
                + "\"? Answer with a whole number.";
    }

    @Override
    public Verdict judge(Text text, String answer) {
        Optional<BigInteger> number = Rational.readWhole(answer);
        if (number.isEmpty()) {
            return Verdict.incorrect("is not a whole number");
        }
        return number.get().equals(BigInteger.valueOf(text.count()))
                ? Verdict.CORRECT
                : Verdict.incorrect("the letter " + text.letter() + " does not occur " + number.get() + " times");
    }

    @Override
    public String work(Text text, Notes notes) {
        long total = 0;
        for (String word : text.words().split(" ")) {
            int here = count(word, text.letter());
            notes.say(word + " " + here + ":");
            total = Math.abs(notes.step(total + "+" + here, total + here));
        }
        return Long.toString(total);
    }

    @Override
    public void check(Text text, String answer, Notes notes) {
        notes.say("again: " + text.words().replaceAll("[^ " + text.letter() + "]", "-"));
    }

    @Override
    public String guess(Text text, RandomGenerator random) {
        return Integer.toString(Math.max(0, text.count() + random.nextInt(-2, 3)));
    }

    @Override
    public Map<String, Integer> axes(Text text) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("letters", text.words().replace(" ", "").length());
        axes.put("occurrences", text.count());
        return axes;
    }

    private static int count(String text, char letter) {
        return (int) text.chars().filter(c -> c == letter).count();
    }
}
