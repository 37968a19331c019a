package zeroone.text.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.text.Message;

/**
 * How a conversation becomes the text a model was trained on: a Jinja template of a Hugging Face model directory, under the
 * settings of transformers. Knows the part of Jinja that chat templates use, and says so where a template uses more. Values are
 * never read as template; the work and the size of a rendering are bounded. Immutable and thread-safe.
 */
public final class ChatTemplate {
    /**
     * For models small enough to know one form only: the messages' contents and nothing else, then the beginning of the
     * thought. An answer of an earlier turn ends as the model ended it.
     */
    public static final String PLAIN_SOURCE = """
            {%- for message in messages %}
            {{- message['content'] }}
            {%- if message['role'] == 'assistant' %}
            {{- '<|end|>' }}
            {%- endif %}
            {%- endfor %}
            {%- if add_generation_prompt %}
            {{- '<think>' }}
            {%- endif %}
            """;

    private final String source;
    private final List<Node> nodes;
    private final Map<String, Value> constants;

    private ChatTemplate(String source, Map<String, Value> constants) {
        this.source = source;
        this.nodes = StatementParser.parse(source);
        this.constants = constants;
    }

    /**
     * Reads a template.
     *
     * @throws TemplateException if it is malformed or uses what is not supported, with the line
     */
    public static ChatTemplate parse(String source) {
        return new ChatTemplate(source, Map.of());
    }

    /** {@link #PLAIN_SOURCE}, read. */
    public static ChatTemplate plain() {
        return parse(PLAIN_SOURCE);
    }

    /**
     * The template of a model directory: chat_template.jinja, or the {@code chat_template} of tokenizer_config.json. The
     * variables {@code bos_token}, {@code eos_token}, {@code pad_token} and {@code unk_token} are what that file says.
     *
     * @throws TemplateException if there is none, or it cannot be read
     */
    public static ChatTemplate load(Path directory) {
        JsonNode config = tokenizerConfig(directory.resolve("tokenizer_config.json"));
        Map<String, Value> constants = new LinkedHashMap<>();
        for (String name : List.of("bos_token", "eos_token", "pad_token", "unk_token")) {
            JsonNode token = config.path(name).isObject() ? config.path(name).path("content") : config.path(name);
            if (token.isString()) {
                constants.put(name, Text.ofTemplate(token.stringValue()));
            }
        }
        Path file = directory.resolve("chat_template.jinja");
        if (Files.exists(file)) {
            return new ChatTemplate(text(file), constants);
        }
        JsonNode template = config.path("chat_template");
        if (template.isString()) {
            return new ChatTemplate(template.stringValue(), constants);
        }
        // Some models have several, by name; the conversation's is called default.
        for (JsonNode named : template) {
            if (named.path("name").asString("").equals("default")
                    && named.path("template").isString()) {
                return new ChatTemplate(named.path("template").stringValue(), constants);
            }
        }
        throw new TemplateException(
                directory + " has no chat template: it needs a chat_template.jinja, or a chat_template in"
                        + " tokenizer_config.json");
    }

    private static JsonNode tokenizerConfig(Path file) {
        if (!Files.exists(file)) {
            return JsonMapper.shared().createObjectNode();
        }
        try {
            return JsonMapper.shared().readTree(text(file));
        } catch (JacksonException e) {
            throw new TemplateException(file + " is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * The prompt of a conversation as text.
     *
     * @throws TemplateException if the template refuses it, fails, or does not end
     */
    public String render(List<Message> messages, boolean addGenerationPrompt) {
        return renderText(messages, addGenerationPrompt).characters();
    }

    /**
     * Renders with any variables: strings, booleans, integers, doubles, lists and maps.
     *
     * @throws TemplateException if the template refuses them, fails, or does not end
     */
    public String render(Map<String, Object> variables) {
        Map<String, Value> values = new LinkedHashMap<>(constants);
        variables.forEach((name, value) -> values.put(name, Value.of(value)));
        return Renderer.render(nodes, values).characters();
    }

    /** The prompt, with the origin of each character; roles are the template's own words. */
    Text renderText(List<Message> messages, boolean addGenerationPrompt) {
        Map<String, Value> values = new LinkedHashMap<>(constants);
        List<Value> turns = new ArrayList<>();
        for (Message message : messages) {
            Map<String, Value> turn = new LinkedHashMap<>();
            turn.put("role", Text.ofTemplate(message.role().name().toLowerCase(Locale.ROOT)));
            turn.put("content", Text.ofData(message.content()));
            turns.add(Value.Mapping.of(turn));
        }
        values.put("messages", Value.Sequence.of(turns));
        values.put("add_generation_prompt", new Value.Bool(addGenerationPrompt));
        return Renderer.render(nodes, values);
    }

    /** The template as it was written. */
    public String source() {
        return source;
    }
}
