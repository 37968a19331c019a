package zeroone.text.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Jinja itself makes of the templates in cases.json (tools/make_template_cases.py wrote them) is what we make of them. */
class JinjaCasesTest {
    @TestFactory
    Stream<DynamicTest> templates_render_as_in_jinja() {
        JsonNode file = cases();
        return file.path("cases")
                .valueStream()
                .map(one -> DynamicTest.dynamicTest(one.path("name").stringValue(), () -> {
                    String source = one.path("template").stringValue();
                    Map<String, Object> variables = JsonMapper.shared()
                            .convertValue(
                                    file.path("variables")
                                            .path(one.path("variables").stringValue()),
                                    new TypeReference<Map<String, Object>>() {});
                    if (one.has("fails")) {
                        assertThatThrownBy(() -> ChatTemplate.parse(source).render(variables))
                                .isInstanceOf(TemplateException.class);
                    } else {
                        assertThat(ChatTemplate.parse(source).render(variables))
                                .isEqualTo(one.path("expected").stringValue());
                    }
                }));
    }

    private static JsonNode cases() {
        try (InputStream in = JinjaCasesTest.class.getResourceAsStream("cases.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, "cases.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
