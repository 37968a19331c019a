package zeroone.text.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.text.Message;
import zeroone.text.Role;

class ChatTemplateTest {
    @TempDir
    private Path directory;

    @Test
    void the_plain_template_is_the_question_and_the_beginning_of_the_thought() {
        assertThat(ChatTemplate.plain().render(List.of(Message.user("Use 13, 5\nand 8. ")), true))
                .isEqualTo("Use 13, 5\nand 8. <think>");
        assertThat(ChatTemplate.plain()
                        .render(List.of(Message.user("a"), Message.assistant("b"), Message.user("c")), false))
                .isEqualTo("ab<|end|>c");
    }

    @Test
    void messages_are_never_read_as_template() {
        String hostile = "{{ 7 * 7 }}{% for x in range(9) %}{% endfor %}{# c #}";
        assertThat(ChatTemplate.plain().render(List.of(Message.user(hostile)), false))
                .isEqualTo(hostile);
    }

    @Test
    void roles_are_in_lower_case() {
        assertThat(ChatTemplate.parse("{% for m in messages %}{{ m.role }} {% endfor %}")
                        .render(
                                List.of(new Message(Role.SYSTEM, "a"), Message.user("b"), Message.assistant("c")),
                                false))
                .isEqualTo("system user assistant ");
    }

    @Test
    void generation_marks_leave_the_text_as_it_is() {
        assertThat(render("a{% generation %}b{{ 1 }}{% endgeneration %}c")).isEqualTo("ab1c");
    }

    @Test
    void a_refusal_carries_the_templates_reason_and_line() {
        assertThatThrownBy(() -> render("a\n{{ raise_exception('roles must ' ~ 'alternate') }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("roles must alternate");
    }

    @Test
    void an_error_names_the_line() {
        assertThatThrownBy(() -> ChatTemplate.parse("a\n\n{% if %}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> render("a\nb{# \n #}\n{% if true %}\n{{ missing.name }}{% endif %}"))
                .hasMessageContaining("line 5")
                .hasMessageContaining("'missing' is undefined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% macro x() %}{% endmacro %}",
                "{% include 'x' %}",
                "{% if true %}",
                "{% for x in y %}",
                "{% endif %}",
                "{% set %}",
                "{% set x = %}",
                "{% for 1 in x %}{% endfor %}",
                "{{ 'open }}",
                "{{ (1 }}",
                "{{ 1) }}",
                "{{ [1} }}",
                "{{ a b }}",
                "{{ ; }}",
                "{{ '\\u12' }}",
                "{{ '\\U00110000' }}",
                "{{ 99999999999999999999 }}",
                "{{ x | }}",
                "{{ x is }}",
                "{# open",
                "{{",
                "{%"
            })
    void a_malformed_template_is_refused_when_it_is_read(String source) {
        assertThatThrownBy(() -> ChatTemplate.parse(source)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{%"
                        + " endfor %}",
                "{% set ns = namespace(s='x') %}{% for a in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
                "{% set ns = namespace(l=[1]) %}{% for a in range(99) %}{% set ns.l = ns.l + ns.l %}{% endfor %}",
                "{% set ns = namespace(l=[1]) %}{% for a in range(9999) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}",
                "{% set ns = namespace(l=[1]) %}{% for a in range(45) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l =="
                        + " ns.l }}",
                "{% set ns = namespace(l=[1]) %}{% for a in range(45) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{"
                        + " ns.l|tojson }}",
                "{{ 'x' * 999999999999 }}",
                "{{ '' * 9999999999999 }}",
                "{{ range(999999999) }}",
                "{{ 9 ** 99 }}",
                "{{ ('x' * 7000000) | replace('x', 'y' * 7000000) }}",
                "{% for a in range(99999) %}{{ 'x' * 1000 }}{% endfor %}",
                "{% for a in range(99999) %}{% if 'y' in 'x' * 100000 %}{% endif %}{% endfor %}"
            })
    void a_template_without_end_or_measure_is_stopped(String source) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> render(source)).isInstanceOf(TemplateException.class));
    }

    @Test
    void deep_nesting_is_refused_and_not_a_stack_overflow() {
        for (String source : List.of(
                "{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}",
                "{{ " + "[".repeat(100_000) + " }}",
                "{{ " + "not ".repeat(100_000) + "1 }}",
                "{{ " + "-".repeat(100_000) + "1 }}",
                "{{ 1" + " + 1".repeat(100_000) + " }}",
                "{{ 1" + "|abs".repeat(100_000) + " }}",
                "{{ x" + ".x".repeat(100_000) + " }}",
                "{% if 1 %}".repeat(100_000))) {
            assertThatThrownBy(() -> render(source)).as(source.substring(0, 20)).isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void an_expression_just_small_enough_is_computed() {
        assertThat(render("{{ 1" + " + 1".repeat(160) + " }}")).isEqualTo("161");
        assertThat(render("{{ 1" + "|abs".repeat(900) + " }}")).isEqualTo("1");
        assertThat(render("{{ " + "(".repeat(90) + "1" + ")".repeat(90) + " }}"))
                .isEqualTo("1");
    }

    @Test
    void a_source_of_a_megabyte_is_refused() {
        assertThatThrownBy(() -> ChatTemplate.parse("x".repeat(1_000_001))).isInstanceOf(TemplateException.class);
    }

    @Test
    void damaged_templates_render_or_are_refused_but_never_fail_otherwise() {
        long seed = 6;
        Random random = new Random(seed);
        String whole = ChatTemplate.PLAIN_SOURCE
                + "{% set ns = namespace(a=[1, 'x']) %}{{ ns.a[::-1] | join(', ') ~ {'k': 1.5} | tojson(indent=2) }}"
                + "{% for a, b in {'x': 1}.items() if a is string and not b > 2 %}{{ loop.index }}{% else %}e{% endfor %}";
        for (int i = 0; i < 3000; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(damaged.length());
                int end = Math.min(damaged.length(), at + random.nextInt(6));
                int from = random.nextInt(whole.length());
                String patch = whole.substring(from, Math.min(whole.length(), from + random.nextInt(6)));
                damaged.replace(at, end, patch);
            }
            try {
                ChatTemplate.parse(damaged.toString()).render(List.of(Message.user("x")), true);
            } catch (TemplateException e) {
                assertThat(e).as("seed %d, case %d", seed, i).hasMessageContaining("line");
            }
        }
    }

    @Test
    void a_directory_gives_its_template_and_its_tokens() throws IOException {
        Files.writeString(directory.resolve("tokenizer_config.json"), """
                {"bos_token": "<s>", "eos_token": {"content": "</s>"}, "pad_token": null,
                 "chat_template": "{{ bos_token }}old{{ eos_token }}{{ pad_token is defined }}"}""");
        assertThat(ChatTemplate.load(directory).render(List.of(), false)).isEqualTo("<s>old</s>False");

        Files.writeString(directory.resolve("chat_template.jinja"), "new{{ eos_token }}\n");
        assertThat(ChatTemplate.load(directory).render(List.of(), false)).isEqualTo("new</s>");
    }

    @Test
    void of_several_templates_the_default_one_is_taken() throws IOException {
        Files.writeString(directory.resolve("tokenizer_config.json"), """
                {"chat_template": [{"name": "tools", "template": "t"}, {"name": "default", "template": "d"}]}""");
        assertThat(ChatTemplate.load(directory).render(List.of(), false)).isEqualTo("d");
    }

    @Test
    void a_directory_without_a_template_is_an_error() throws IOException {
        assertThatThrownBy(() -> ChatTemplate.load(directory)).hasMessageContaining("chat_template.jinja");
        Files.writeString(directory.resolve("tokenizer_config.json"), "{");
        assertThatThrownBy(() -> ChatTemplate.load(directory))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("tokenizer_config.json");
    }

    private static String render(String source) {
        return ChatTemplate.parse(source).render(Map.of());
    }
}
