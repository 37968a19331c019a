package zeroone.tasks.code.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassListingTest {
    @Test
    void classes_come_with_name_length_and_bytes() throws Exception {
        var classes = read("Main.class\n 3\nabcMain$Inner.class\n2\n\n\n");

        assertThat(classes).containsOnlyKeys("Main.class", "Main$Inner.class");
        assertThat(classes.get("Main.class")).isEqualTo(bytes("abc"));
        assertThat(classes.get("Main$Inner.class")).isEqualTo(bytes("\n\n"));
    }

    @Test
    void a_name_that_is_a_path_is_refused() {
        for (String name :
                new String[] {"../Main.class", "/etc/x.class", "a/b.class", "Main.txt", ".class", "*.class"}) {
            assertThatThrownBy(() -> read(name + "\n1\nx"))
                    .as(name)
                    .isInstanceOf(CompilationError.class)
                    .hasMessageContaining("names");
        }
    }

    @Test
    void there_must_be_a_class_to_start_and_not_thousands() {
        assertThatThrownBy(() -> read("Other.class\n1\nx"))
                .isInstanceOf(CompilationError.class)
                .hasMessageContaining("class Main");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 501; i++) {
            many.append("C").append(i).append(".class\n1\nx");
        }
        assertThatThrownBy(() -> read(many.toString()))
                .isInstanceOf(CompilationError.class)
                .hasMessageContaining("500");
    }

    private static Map<String, byte[]> read(String text) throws CompilationError {
        return new ClassListing(bytes(text)).read();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
