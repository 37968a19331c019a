package zeroone.text.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.stream.LongStream;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;

/**
 * The tokenizer of a Hugging Face model directory. It holds native memory until closed; a process that uses one model to its
 * end need not close it.
 *
 * <p>Text never encodes to a special token, whatever it spells: {@code "<think>"} in a user's question becomes the tokens of
 * seven ordinary characters. Nothing is added at the ends, cut off or padded.
 */
public final class HuggingFaceTokenizer implements Tokenizer, AutoCloseable {
    /** Stands for bytes that are no UTF-8; how many of them one stands for is the library's own affair. */
    private static final String UNKNOWN = "\uFFFD";

    private final NativeTokenizer tokenizer;
    private final Optional<TokenBytes> bytes;
    private final SpecialTokens special;
    private final ReservedTokens reserved;
    private final int vocabularySize;

    private HuggingFaceTokenizer(
            NativeTokenizer tokenizer,
            Optional<TokenBytes> bytes,
            SpecialTokens special,
            ReservedTokens reserved,
            int vocabularySize) {
        this.tokenizer = tokenizer;
        this.bytes = bytes;
        this.special = special;
        this.reserved = reserved;
        this.vocabularySize = vocabularySize;
    }

    /**
     * Loads tokenizer.json with the default names of the reserved tokens; what tokenizer_config.json says of {@code eos_token}
     * and {@code pad_token} comes first.
     *
     * @throws TokenizerFormatException if the file is missing, malformed, or lacks a reserved token
     */
    public static HuggingFaceTokenizer load(Path directory) {
        ReservedTokenNames names = ReservedTokenNames.DEFAULT;
        return load(
                directory,
                new ReservedTokenNames(
                        names.beginThought(),
                        names.endThought(),
                        configuredFirst(directory, "eos_token", names.endOfTurn()),
                        configuredFirst(directory, "pad_token", names.padding())));
    }

    /**
     * Loads tokenizer.json with the given names of the reserved tokens.
     *
     * @throws TokenizerFormatException if the file is missing, malformed, or lacks a reserved token
     */
    public static HuggingFaceTokenizer load(Path directory, ReservedTokenNames names) {
        Path file = directory.resolve("tokenizer.json");
        TokenizerJson json = TokenizerJson.read(file);
        Map<String, Integer> added = json.addedTokens();
        ReservedTokens reserved = new ReservedTokens(
                find(file, added, "opens a thought", List.of(names.beginThought())),
                find(file, added, "closes a thought", List.of(names.endThought())),
                find(file, added, "ends a turn", names.endOfTurn()),
                find(file, added, "pads", names.padding()));
        return new HuggingFaceTokenizer(
                NativeTokenizer.parse(json.bytes(), file.toString()),
                TokenBytes.of(json, reserved),
                json.specialTokens(),
                reserved,
                json.vocabularySize());
    }

    private static List<String> configuredFirst(Path directory, String key, List<String> candidates) {
        SequencedSet<String> names = new LinkedHashSet<>();
        TokenizerJson.configuredToken(directory, key).ifPresent(names::add);
        names.addAll(candidates);
        return List.copyOf(names);
    }

    private static int find(Path file, Map<String, Integer> added, String purpose, List<String> candidates) {
        for (String candidate : candidates) {
            Integer id = added.get(candidate);
            if (id != null) {
                return id;
            }
        }
        throw new TokenizerFormatException(file + " has no added token that " + purpose + ": looked for "
                + String.join(", ", candidates) + "; add one to its added_tokens, or name the one it has");
    }

    @Override
    public int[] encode(String text) {
        long[] ids = encodeOrdinary(text);
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    private long[] encodeOrdinary(String text) {
        List<String> pieces = special.cut(text);
        if (pieces.size() == 1) {
            return encodePiece(text);
        }
        return pieces.stream()
                .flatMapToLong(piece -> LongStream.of(encodePiece(piece)))
                .toArray();
    }

    /** A normaliser can spell a special token out of characters that are not its own: then only smaller pieces are safe. */
    private long[] encodePiece(String piece) {
        long[] ids = tokenizer.encode(piece);
        if (!special.containsAny(ids)) {
            return ids;
        }
        int codePoints = piece.codePointCount(0, piece.length());
        if (codePoints == 1) {
            throw new IllegalArgumentException("the single character '" + piece + "' (U+"
                    + Integer.toHexString(piece.codePointAt(0))
                    + ") is a special token of this vocabulary and cannot be"
                    + " written as text: leave it out");
        }
        int middle = piece.offsetByCodePoints(0, codePoints / 2);
        List<Long> parts = new ArrayList<>();
        for (String part : List.of(piece.substring(0, middle), piece.substring(middle))) {
            for (long id : encodePiece(part)) {
                parts.add(id);
            }
        }
        return parts.stream().mapToLong(id -> id).toArray();
    }

    @Override
    public String decode(int[] ids) {
        for (int id : ids) {
            if (id < 0 || id >= vocabularySize) {
                throw new IllegalArgumentException("token ids must be in [0, " + vocabularySize + "): " + id);
            }
        }
        String text = bytes.map(tokens -> tokens.decode(ids)).orElse(UNKNOWN);
        return text.contains(UNKNOWN) ? decodeNatively(ids) : text;
    }

    /** What {@link #decode} gives, by the library that everybody else decodes with. */
    String decodeNatively(int[] ids) {
        long[] text =
                Arrays.stream(ids).filter(id -> !isReserved(id)).asLongStream().toArray();
        return text.length == 0 ? "" : tokenizer.decode(text);
    }

    private boolean isReserved(int id) {
        return id == reserved.beginThought()
                || id == reserved.endThought()
                || id == reserved.endOfTurn()
                || id == reserved.padding();
    }

    @Override
    public int vocabularySize() {
        return vocabularySize;
    }

    @Override
    public ReservedTokens reserved() {
        return reserved;
    }

    /** Ids of the tokens that {@link #encode} never returns, by content: for a chat template's own marks only. */
    public SortedMap<String, Integer> specialTokens() {
        return special.idByContent();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
