package zeroone.text.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * GPT-2's way to write bytes as visible characters: printable Latin-1 characters stand for themselves, the other 68 bytes
 * for the code points from U+0100 on. A space becomes {@code Ġ}.
 */
final class ByteAlphabet {
    private final char[] characters = new char[256];
    private final int[] values; // by character

    ByteAlphabet() {
        int next = 0x100;
        for (int value = 0; value < 256; value++) {
            characters[value] = (char) (isPrintable(value) ? value : next++);
        }
        values = new int[next];
        Arrays.fill(values, -1);
        for (int value = 0; value < 256; value++) {
            values[characters[value]] = value;
        }
    }

    private static boolean isPrintable(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
    }

    char character(int value) {
        return characters[value];
    }

    /** The UTF-8 bytes of a text, one character each. */
    String spell(String text) {
        StringBuilder spelled = new StringBuilder();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            spelled.append(characters[value & 0xFF]);
        }
        return spelled.toString();
    }

    /** The bytes that a token is written for; what is not written in this alphabet stands for its own UTF-8. */
    byte[] bytes(String token) {
        byte[] bytes = new byte[token.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = value(token.charAt(i));
            if (value < 0) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    /** The byte that a character stands for; -1 if none. */
    private int value(char character) {
        return character < values.length ? values[character] : -1;
    }
}
