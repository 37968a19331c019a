package zeroone.text;

/** Text to token ids and back. Implementations are immutable and thread-safe. */
public interface Tokenizer {
    /** The ids of plain text. Never returns a reserved id: a user who writes "&lt;/think&gt;" gets ordinary characters. */
    int[] encode(String text);

    /** The text of the ids; reserved ids decode to nothing. Bytes that are not valid UTF-8 become U+FFFD. */
    String decode(int[] ids);

    /** One more than the largest id. */
    int vocabularySize();

    ReservedTokens reserved();
}
