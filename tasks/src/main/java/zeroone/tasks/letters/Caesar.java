package zeroone.tasks.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * A text whose letters were moved along the alphabet shall be read.
 *
 * @param words how many words the text has, up to 30
 */
record Caesar(String level, int words) implements Exercise<Caesar.Message> {
    private static final int LETTERS = 26;

    Caesar {
        if (words < 1 || words > 30) {
            throw new IllegalArgumentException("a text must have 1 to 30 words: " + words);
        }
    }

    /** A plain text and how far its letters are moved. */
    record Message(String plain, int shift) {
        String cipher() {
            return moved(plain, shift);
        }
    }

    @Override
    public String name() {
        return "caesar-" + level;
    }

    @Override
    public Message draw(RandomGenerator random) {
        return new Message(String.join(" ", Words.draw(words, random)), random.nextInt(1, LETTERS));
    }

    @Override
    public ObjectNode data(Message message) {
        return Fields.empty().put("plain", message.plain()).put("shift", message.shift());
    }

    @Override
    public Message read(ObjectNode data) {
        return new Message(Words.field(data, "plain"), (int) Fields.whole(data, "shift", 1, LETTERS - 1));
    }

    @Override
    public String id(Message message) {
        return message.shift() + " " + message.cipher();
    }

    @Override
    public String prompt(Message message) {
        return "Every letter of a text was moved " + message.shift() + (message.shift() == 1 ? " place" : " places")
                + " forward in the alphabet (after z comes a): \"" + message.cipher()
                + "\". What was the text? Answer with the text alone, in small letters.";
    }

    @Override
    public Verdict judge(Message message, String answer) {
        return answer.equals(message.plain())
                ? Verdict.CORRECT
                : Verdict.incorrect("moved forward by " + message.shift() + " it is not \"" + message.cipher() + "\"");
    }

    @Override
    public String work(Message message, Notes notes) {
        StringBuilder text = new StringBuilder();
        for (String word : message.cipher().split(" ")) {
            StringBuilder read = new StringBuilder();
            for (char letter : word.toCharArray()) {
                int slip = notes.slips() ? 1 : 0;
                char plain =
                        moved("" + letter, LETTERS - message.shift() + slip).charAt(0);
                notes.say(letter + ">" + plain);
                read.append(plain);
            }
            notes.say(read + ".");
            text.append(text.isEmpty() ? "" : " ").append(read);
        }
        return text.toString();
    }

    @Override
    public void check(Message message, String answer, Notes notes) {
        notes.say("forward " + moved(answer, message.shift()));
    }

    @Override
    public String guess(Message message, RandomGenerator random) {
        return moved(message.plain(), random.nextInt(LETTERS));
    }

    @Override
    public Map<String, Integer> axes(Message message) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("words", message.plain().split(" ").length);
        axes.put("places", Math.min(message.shift(), LETTERS - message.shift()));
        return axes;
    }

    @Override
    public Difficulty difficulty(Message message) {
        return new Difficulty(axes(message), message.plain().replace(" ", "").length(), "letters read");
    }

    private static String moved(String text, int places) {
        StringBuilder moved = new StringBuilder();
        for (char letter : text.toCharArray()) {
            moved.append(letter >= 'a' && letter <= 'z' ? (char) ('a' + (letter - 'a' + places) % LETTERS) : letter);
        }
        return moved.toString();
    }
}
