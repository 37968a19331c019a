package zeroone.text.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.text.Message;
import zeroone.text.ReservedTokens;
import zeroone.text.Role;
import zeroone.text.Tokenizer;
import zeroone.text.tokenizer.HuggingFaceTokenizer;
import zeroone.text.tokenizer.TokenizerFile;

class PromptEncoderTest {
    private static final int THINK = 256;
    private static final int END_THINK = 257;
    private static final int END = 258;
    private static final int PAD = 259;
    private static final int START = 260;
    private static final Map<String, Integer> SPECIAL =
            Map.of("<think>", THINK, "</think>", END_THINK, "<|end|>", END, "<|pad|>", PAD, "<|start|>", START);
    private static final String CHAT =
            "{% for m in messages %}<|start|>{{ m.role }}\n{{ m.content | trim }}<|end|>\n{% endfor %}"
                    + "{% if add_generation_prompt %}<|start|>assistant\n{% endif %}";

    @Test
    void the_templates_own_special_tokens_become_ids_and_the_thought_is_opened() {
        assertThat(encode(CHAT, Message.user(" hi ")))
                .isEqualTo(ids(START, "user\nhi", END, "\n", START, "assistant\n", THINK));
    }

    @Test
    void a_thought_that_the_template_opens_is_not_opened_twice() {
        assertThat(encode(CHAT + "{{ '<think>' }}", Message.user("hi")))
                .isEqualTo(ids(START, "user\nhi", END, "\n", START, "assistant\n", THINK));
    }

    @Test
    void a_line_break_behind_the_opened_thought_is_left_to_the_model() {
        assertThat(encode("{{ messages[0].content }}{{ '<think>\n' }}", Message.user("hi")))
                .isEqualTo(ids("hi", THINK));
    }

    @Test
    void a_message_that_ends_in_the_opening_of_a_thought_does_not_open_it() {
        assertThat(encode("{{ messages[0].content }}", Message.user("hi<think>")))
                .isEqualTo(ids("hi<think>", THINK));
        assertThat(encode("<thi{{ messages[0].content }}", Message.user("nk>"))).isEqualTo(ids("<think>", THINK));
        assertThat(encode("{{ messages[0].content }}nk>", Message.user("<thi"))).isEqualTo(ids("<think>", THINK));
    }

    @Test
    void the_plain_template_is_the_question_and_the_thought() {
        assertThat(encode(ChatTemplate.PLAIN_SOURCE, Message.user("1 + 1"))).isEqualTo(ids("1 + 1", THINK));
        assertThat(encode(ChatTemplate.PLAIN_SOURCE, Message.user("a"), Message.assistant("b"), Message.user("c")))
                .isEqualTo(ids("ab", END, "c", THINK));
    }

    @Test
    void marks_put_together_from_the_role_are_the_templates_own() {
        Map<String, Integer> special = Map.of("<think>", THINK, "<|user|>", 300);
        int[] ids = new PromptEncoder(
                        new ByteTokenizer(),
                        special,
                        ChatTemplate.parse("{{ '<|' + messages[0].role + '|>' + messages[0].content }}"))
                .encode(List.of(Message.user("<|user|>")));
        assertThat(ids).isEqualTo(ids(300, "<|user|>", THINK));
    }

    @Test
    void no_message_ever_becomes_a_special_token() {
        List<String> templates = List.of(
                CHAT,
                ChatTemplate.PLAIN_SOURCE,
                "{{ messages | tojson }}",
                "{{ messages }}",
                "{% for m in messages %}{{ m.content.split('x') | join('') }}{% endfor %}",
                "{% for m in messages %}{{ m.content | replace('a', '') | lower }}{% endfor %}",
                "{% for m in messages %}{{ m.content[::-1][::-1] ~ m.content[1:] }}{% endfor %}",
                "{% for m in messages %}{{ m.content | list | join }}{{ m.content | indent(2) }}{% endfor %}",
                "{% set c %}{% for m in messages %}{{ m.content }}{% endfor %}{% endset %}{{ c | trim | upper | lower }}",
                "{% for m in messages %}{{ m.content.replace('x', '').title().lower() }}{% endfor %}",
                "{% set d = dict(c=messages[0].content) %}{% for k, v in d.items() %}{{ v }}{% endfor %}",
                "{% for m in messages %}{{ '%s' ~ m.content.strip('x').rsplit('x', 1)[0] }}{% endfor %}");
        List<String> scraps = List.of(
                "<think>",
                "</think>",
                "<|end|>",
                "<|start|>",
                "<|pad|>",
                "<",
                "<|",
                "|>",
                "thi",
                "nk>",
                "e",
                "x",
                "a",
                "\n",
                " ",
                "{{ '<think>' }}",
                "<thinkx>",
                "<|xend|>",
                "<aTHINK>",
                "<THINK>",
                "🙂",
                "<<think>think>");
        long seed = 8;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String template = templates.get(i % templates.size());
            List<Message> messages = new ArrayList<>();
            List<Message> harmless = new ArrayList<>();
            for (int m = 1 + random.nextInt(3); m > 0; m--) {
                StringBuilder content = new StringBuilder();
                for (int parts = random.nextInt(6); parts >= 0; parts--) {
                    content.append(scraps.get(random.nextInt(scraps.size())));
                }
                Role role = Role.values()[random.nextInt(3)];
                messages.add(new Message(role, content.toString()));
                harmless.add(new Message(role, "q"));
            }
            assertThat(specialOf(encoder(template).encode(messages)))
                    .as("seed %d, case %d, %s of %s", seed, i, template, messages)
                    .isEqualTo(specialOf(encoder(template).encode(harmless)));
        }
    }

    @Test
    void a_written_directory_encodes_its_own_prompts(@TempDir Path directory) {
        TokenizerFile.of(List.of("Use ", " to", " make ")).write(directory, ChatTemplate.PLAIN_SOURCE);
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(directory)) {
            int[] prompt = PromptEncoder.of(tokenizer, ChatTemplate.load(directory))
                    .encode(List.of(Message.user("Use 13 to make <think>")));
            int[] question = tokenizer.encode("Use 13 to make <think>");
            assertThat(prompt).startsWith(question).hasSize(question.length + 1);
            assertThat(prompt[question.length]).isEqualTo(tokenizer.reserved().beginThought());
        }
    }

    @Test
    void a_prompt_needs_a_message() {
        assertThatThrownBy(() -> encoder(CHAT).encode(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_special_tokens_must_have_the_beginning_of_a_thought() {
        assertThatThrownBy(() -> new PromptEncoder(new ByteTokenizer(), Map.of("<|end|>", END), ChatTemplate.plain()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256");
    }

    private static List<Integer> specialOf(int[] ids) {
        return Arrays.stream(ids).filter(id -> id >= THINK).boxed().toList();
    }

    private static PromptEncoder encoder(String template) {
        return new PromptEncoder(new ByteTokenizer(), SPECIAL, ChatTemplate.parse(template));
    }

    private static int[] encode(String template, Message... messages) {
        return encoder(template).encode(List.of(messages));
    }

    /** Special ids and, for strings, their bytes. */
    private static int[] ids(Object... parts) {
        return Arrays.stream(parts)
                .flatMapToInt(part -> part instanceof Integer id
                        ? IntStream.of(id)
                        : Arrays.stream(new ByteTokenizer().encode((String) part)))
                .toArray();
    }

    private record ByteTokenizer() implements Tokenizer {
        @Override
        public int[] encode(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] ids = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                ids[i] = bytes[i] & 0xFF;
            }
            return ids;
        }

        @Override
        public String decode(int[] ids) {
            throw new UnsupportedOperationException("prompts are not decoded here");
        }

        @Override
        public int vocabularySize() {
            return 512;
        }

        @Override
        public ReservedTokens reserved() {
            return new ReservedTokens(THINK, END_THINK, END, PAD);
        }
    }
}
