package zeroone.text.tokenizer;

import java.util.List;
import java.util.Random;

/** Texts made to confuse: reserved spellings whole, cut and nested, odd spaces, digits, combining marks, emoji. */
final class HostileText {
    private static final List<String> SCRAPS = List.of(
            "<think>",
            "</think>",
            "<|end|>",
            "<|pad|>",
            "<|unused_0|>",
            "<",
            "<|",
            "think>",
            "|>",
            "</",
            "<<think>>",
            "<thi",
            "nk>",
            "<|en",
            "d|>",
            " ",
            "  ",
            "\n",
            "\t",
            "\r\n",
            "\u00A0",
            "1",
            "104",
            "0",
            "want",
            " no. ",
            "e\u0301",
            "é",
            "🙂",
            "👩‍👩‍👧",
            "ſ",
            "＜think＞",
            "\u0000",
            "\uFFFD",
            "ﬀ",
            "_",
            "{{",
            "{%",
            "𝟘");

    private final Random random;

    HostileText(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }
}
