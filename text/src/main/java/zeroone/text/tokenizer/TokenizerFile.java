package zeroone.text.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small byte-level vocabulary, written as the tokenizer.json that the Hugging Face tokenizers library, transformers, vLLM
 * and {@link HuggingFaceTokenizer} load.
 *
 * <p>Ids in order: the 256 bytes (an id is its byte's value), the numbers 10 to 999, the given pieces, then {@code <think>},
 * {@code </think>}, {@code <|end|>}, {@code <|pad|>} and as many {@code <|unused_i|>} as round the size up. Text is first
 * split by the pattern; a part that is a token becomes that token, any other falls to its bytes and numbers.
 *
 * @param splitPattern regular expression (the common ground of Java and Oniguruma) whose matches are the parts of a text
 * @param pieces texts that shall be one token each; what already is one costs nothing
 * @param sizeMultiple the vocabulary size is rounded up to a multiple of this; 1 for no rounding
 */
public record TokenizerFile(String splitPattern, List<String> pieces, int sizeMultiple) {
    /**
     * Keeps digits apart, at most three together, from words and punctuation. A word may have one leading space and the
     * punctuation behind it; a word, or punctuation without a leading space, takes the space behind it if a digit follows:
     * "Use 13, 5 and 8." is {@code "Use "}, {@code 13}, {@code ", "}, {@code 5}, {@code " and "}, {@code 8}, {@code "."};
     * cells of a grid are {@code " _"} and {@code " 1"}.
     */
    public static final String DEFAULT_SPLIT = " ?[\\p{L}\\p{M}]+[^\\s\\p{L}\\p{M}0-9]*(?: (?=[0-9]))?"
            + "|[^\\s\\p{L}\\p{M}0-9]+(?: (?=[0-9]))?"
            + "| [^\\s\\p{L}\\p{M}0-9]+"
            + "| ?[0-9]{1,3}"
            + "|[\\r\\n]+"
            + "|[^\\S\\r\\n]+(?!\\S)"
            + "|\\s";

    /**
     * As {@link #DEFAULT_SPLIT}, but a space always belongs to what follows it, and one letter with one digit or underscore is
     * one part: "a1 b_ sees 3" is {@code "a1"}, {@code " b_"}, {@code " sees"}, {@code " 3"}.
     */
    public static final String GRID_SPLIT = " ?\\p{L}[0-9_](?![\\p{L}\\p{M}0-9_])"
            + "| ?[\\p{L}\\p{M}]+[^\\s\\p{L}\\p{M}0-9_]*"
            + "| ?[^\\s\\p{L}\\p{M}0-9]+"
            + "| ?[0-9]{1,3}"
            + "|[\\r\\n]+"
            + "|[^\\S\\r\\n]+(?!\\S)"
            + "|\\s";

    private static final int LARGEST_NUMBER = 999;

    public TokenizerFile {
        pieces = List.copyOf(pieces);
        if (sizeMultiple < 1) {
            throw new IllegalArgumentException("sizeMultiple must be at least 1 (1 for no rounding): " + sizeMultiple);
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(splitPattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the split pattern is not a regular expression: " + e.getMessage(), e);
        }
        for (String piece : pieces) {
            if (!comesOut(pattern, piece)) {
                throw new IllegalArgumentException("the piece \"" + piece + "\" can never be a token, because the split"
                        + " pattern cuts it or joins it with its neighbours: change the piece or the pattern");
            }
        }
    }

    /** The default split without rounding. */
    public static TokenizerFile of(List<String> pieces) {
        return new TokenizerFile(DEFAULT_SPLIT, pieces, 1);
    }

    /** Whether some neighbours exist between which the piece is one part. */
    private static boolean comesOut(Pattern pattern, String piece) {
        if (piece.isEmpty()) {
            return false;
        }
        for (String before : List.of("", "0", "a", ".", "\n")) {
            for (String after : List.of("", "0", "a", ".", " a", "\n")) {
                Matcher matcher = pattern.matcher(before + piece + after);
                int end = before.length() + piece.length();
                while (matcher.find()) {
                    if (matcher.start() == before.length() && matcher.end() == end) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Every token by its content as it is spelled in the file, reserved ones included; the value is the id. */
    private Map<String, Integer> ordinaryTokens() {
        ByteAlphabet alphabet = new ByteAlphabet();
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int value = 0; value < 256; value++) {
            ids.put(String.valueOf(alphabet.character(value)), value);
        }
        for (int number = 10; number <= LARGEST_NUMBER; number++) {
            ids.put(String.valueOf(number), ids.size());
        }
        for (String piece : pieces) {
            ids.putIfAbsent(alphabet.spell(piece), ids.size());
        }
        return ids;
    }

    private List<String> reservedTokens(int firstId) {
        ReservedTokenNames names = ReservedTokenNames.ZEROONE;
        List<String> reserved = new ArrayList<>(List.of(names.beginThought(), names.endThought()));
        reserved.addAll(names.endOfTurn());
        reserved.addAll(names.padding());
        for (int i = 0; (firstId + reserved.size()) % sizeMultiple != 0; i++) {
            reserved.add("<|unused_" + i + "|>");
        }
        return reserved;
    }

    /** One more than the largest id. */
    public int vocabularySize() {
        int ordinary = ordinaryTokens().size();
        return ordinary + reservedTokens(ordinary).size();
    }

    /**
     * Writes tokenizer.json, tokenizer_config.json and chat_template.jinja, each by way of a temporary file.
     *
     * @param directory exists
     * @param chatTemplate the template in Jinja
     */
    public void write(Path directory, String chatTemplate) {
        AtomicFile.write(directory.resolve("tokenizer.json"), json(tokenizer()));
        AtomicFile.write(directory.resolve("tokenizer_config.json"), json(configuration()));
        AtomicFile.write(directory.resolve("chat_template.jinja"), chatTemplate);
    }

    private static String json(ObjectNode node) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private ObjectNode tokenizer() {
        Map<String, Integer> ordinary = ordinaryTokens();
        ObjectNode file = object();
        file.put("version", "1.0");
        file.putNull("truncation");
        file.putNull("padding");
        ArrayNode added = file.putArray("added_tokens");
        int id = ordinary.size();
        for (String content : reservedTokens(id)) {
            added.add(object().put("id", id++)
                    .put("content", content)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true));
        }
        file.putNull("normalizer");
        ArrayNode steps =
                file.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        ObjectNode split = steps.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", splitPattern);
        split.put("behavior", "Isolated").put("invert", false);
        steps.add(byteLevel());
        file.putNull("post_processor");
        file.set("decoder", byteLevel());
        ObjectNode model = file.putObject("model").put("type", "BPE");
        model.putNull("dropout");
        model.putNull("unk_token");
        model.putNull("continuing_subword_prefix");
        model.putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", true);
        ObjectNode vocabulary = model.putObject("vocab");
        ordinary.forEach(vocabulary::put);
        ArrayNode merges = model.putArray("merges");
        numberMerges().forEach(merges::add);
        return file;
    }

    private static ObjectNode byteLevel() {
        return object().put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", false);
    }

    /**
     * Numbers also come together by merging, for a part that holds more than the number, and for loaders that do not know
     * ignore_merges. Both ways to halve three digits are needed: "321" merges its end first, because 21 is before 32.
     */
    private static List<String> numberMerges() {
        List<String> merges = new ArrayList<>();
        for (int number = 10; number <= 99; number++) {
            merges.add(number / 10 + " " + number % 10);
        }
        for (int number = 100; number <= LARGEST_NUMBER; number++) {
            merges.add(number / 10 + " " + number % 10);
            if (number % 100 >= 10) {
                merges.add(number / 100 + " " + number % 100);
            }
        }
        return merges;
    }

    private static ObjectNode configuration() {
        ReservedTokenNames names = ReservedTokenNames.ZEROONE;
        return object().put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("eos_token", names.endOfTurn().getFirst())
                .put("pad_token", names.padding().getFirst())
                .put("clean_up_tokenization_spaces", false);
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
