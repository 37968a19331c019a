package zeroone.tasks.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.exercise.Fields;

/** Common English words. */
final class Words {
    private static final List<String> ALL = List.of(("apple autumn balloon banana bottle bridge butter button candle"
                    + " carpet castle cherry circle coffee committee copper corner cotton desert dinner dragon eleven"
                    + " engine family farmer feather finger flower forest garden giraffe glacier hammer harbour"
                    + " holiday hundred island jacket kettle kingdom kitchen ladder lantern lemon letter library"
                    + " little marble market mirror mississippi monkey mountain needle number ocean orange paper"
                    + " parrot pepper picture pillow planet pocket potato pumpkin puzzle quarter rabbit railway"
                    + " raspberry ribbon river rocket sailor saturday science shadow silver singer spider spring"
                    + " strawberry summer sunset teacher thunder ticket tomato tunnel turtle umbrella valley velvet"
                    + " village violin window winter wizard wonder yellow zebra")
            .split(" "));
    private static final Pattern TEXT = Pattern.compile("[a-z]{1,30}( [a-z]{1,30}){0,29}");

    private Words() {}

    static List<String> draw(int count, RandomGenerator random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(ALL.get(random.nextInt(ALL.size())));
        }
        return words;
    }

    /** A field that holds up to 30 words of small letters with one space between. */
    static String field(ObjectNode data, String field) {
        String text = Fields.text(data, field);
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + field
                    + "\" must be 1 to 30 words of 1 to 30 small letters with one space between: \"" + text + "\"");
        }
        return text;
    }
}
