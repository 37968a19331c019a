package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/API.md tells readers to type works. */
@Timeout(60)
class ApiDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private ModelServer server;

    @BeforeEach
    void start() throws IOException {
        server = ModelServer.open(folder, "3 * 7 = 21\n21 + 4 = 25\n", "3 * 7 + 4");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The snippets of a language, for this server. */
    private List<String> snippets(String language) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/API.md")));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                found.add(block.group(2)
                        .replace("http://127.0.0.1:8000/v1", server.url())
                        .replace("base-tiny", ModelServer.MODEL));
            }
        }
        return found;
    }

    @Test
    void curl_gets_what_it_asks_for() throws Exception {
        List<String> snippets =
                snippets("sh").stream().filter(text -> text.contains("curl")).toList();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(2);
        for (String snippet : snippets) {
            String script = snippet.lines()
                    .filter(line -> !line.startsWith("./zeroone"))
                    .map(line -> line.replaceAll("\\bcurl ", "curl --fail-with-body "))
                    .collect(Collectors.joining("\n", "set -e -o pipefail\n", "\n"));
            Process bash = new ProcessBuilder("bash", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor()).as("%s\n%s", script, said).isZero();
            assertThat(said).as(script).contains("3 * 7 + 4");
        }
    }

    @Test
    void java_prints_the_answer() throws Exception {
        String snippet = String.join("\n", snippets("java"));
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, """
                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletion;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;

                public class Snippet implements Runnable {
                    @Override
                    public void run() {
                %s
                    }
                }
                """.formatted(snippet));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = compiler.run(
                null,
                errors,
                errors,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            Runnable compiled = (Runnable)
                    loader.loadClass("Snippet").getDeclaredConstructor().newInstance();
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream before = System.out;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                compiled.run();
            } finally {
                System.setOut(before);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("3 * 7 + 4\n");
        }
    }
}
