package zeroone.text.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zeroone.text.Message;
import zeroone.text.Tokenizer;
import zeroone.text.tokenizer.HuggingFaceTokenizer;

/**
 * Turns a conversation into the ids a model continues from within its thought. Special tokens that the chat template writes
 * become their ids; whatever a message says stays ordinary text, because each character of a rendering knows whether the
 * template wrote it. Immutable and thread-safe.
 */
public final class PromptEncoder {
    private final Tokenizer tokenizer;
    private final ChatTemplate template;
    private final Map<String, Integer> specialTokens;
    private final Pattern special;
    private final String beginThought;

    /**
     * @param specialTokens ids of the special tokens that the template may write, by their content; among them must be the
     *     one that begins a thought
     */
    public PromptEncoder(Tokenizer tokenizer, Map<String, Integer> specialTokens, ChatTemplate template) {
        int thought = tokenizer.reserved().beginThought();
        this.beginThought = specialTokens.entrySet().stream()
                .filter(token -> token.getValue() == thought)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the special tokens must have the one that begins a"
                        + " thought, id " + thought + ": " + specialTokens));
        this.tokenizer = tokenizer;
        this.template = template;
        this.specialTokens = new TreeMap<>(specialTokens);
        this.special = Pattern.compile(specialTokens.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** The encoder of a tokenizer with its own special tokens. */
    public static PromptEncoder of(HuggingFaceTokenizer tokenizer, ChatTemplate template) {
        return new PromptEncoder(tokenizer, tokenizer.specialTokens(), template);
    }

    /**
     * The ids of a prompt; the last one begins the thought, whether the template writes it or not.
     *
     * @throws IllegalArgumentException if there is no message
     * @throws TemplateException if the template refuses the conversation
     */
    public int[] encode(List<Message> messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a prompt needs at least one message");
        }
        Text prompt = template.renderText(messages, true);
        int end = prompt.strip(Text::isSpace, false, true).characters().length();
        // Some templates write a line break behind the token; the model writes its own.
        boolean opened = prompt.characters().startsWith(beginThought, end - beginThought.length())
                && prompt.isFromTemplate(
                        end - beginThought.length(), prompt.characters().length());
        IntStream ids = encode(opened ? prompt.substring(0, end - beginThought.length()) : prompt);
        return IntStream.concat(ids, IntStream.of(tokenizer.reserved().beginThought()))
                .toArray();
    }

    private IntStream encode(Text prompt) {
        IntStream.Builder ids = IntStream.builder();
        int plainFrom = 0;
        int from = 0;
        Matcher matcher = special.matcher(prompt.characters());
        while (matcher.find(from)) {
            if (prompt.isFromTemplate(matcher.start(), matcher.end())) {
                addPlain(prompt.characters().substring(plainFrom, matcher.start()), ids);
                ids.add(specialTokens.getOrDefault(matcher.group(), -1));
                plainFrom = matcher.end();
                from = plainFrom;
            } else {
                // One of the template's own may begin within what only looks like one.
                from = matcher.start() + 1;
            }
        }
        addPlain(prompt.characters().substring(plainFrom), ids);
        return ids.build();
    }

    /** Text of the template and of messages is encoded together, as the model saw it in training. */
    private void addPlain(String text, IntStream.Builder ids) {
        if (!text.isEmpty()) {
            Arrays.stream(tokenizer.encode(text)).forEach(ids);
        }
    }
}
