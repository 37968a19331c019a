package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import zeroone.cli.model.TinyModel;

class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127.0.0.1:\\d+/v1");

    private final Shell shell = new Shell();

    @Test
    @Timeout(120)
    void a_model_is_served_until_it_is_stopped(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        CountDownLatch stop = new CountDownLatch(1);
        ServeCommand command = new ServeCommand(shell.surroundings(""), stop);
        FutureTask<Integer> serving = new FutureTask<>(() -> new CommandLine(command)
                .execute(
                        model.toString(),
                        "--port",
                        "0",
                        "--state",
                        directory.resolve("state").toString()));
        Thread.ofPlatform().start(serving);
        String address = address(serving);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/chat/completions"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"model\": \"tiny\", \"messages\": [{\"role\": \"user\", \"content\": \"1\"}],"
                                            + " \"max_tokens\": 8}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.body()).contains("\"object\":\"chat.completion\"");
        }
        stop.countDown();
        assertThat(serving.get()).isZero();
        assertThat(shell.err()).contains("\"route\":\"/v1/chat/completions\",\"status\":200");
    }

    @Test
    void without_keys_it_does_not_listen_to_the_world(@TempDir Path directory) throws Exception {
        Path model = TinyModel.write(directory.resolve("tiny"));
        assertThat(shell.run(
                        "serve", model.toString(), "--host", "0.0.0.0", "--port", "0", "--state", directory.toString()))
                .isNotZero();
        assertThat(shell.err()).contains("keys add");
    }

    /** What it prints is waited for; the test's time limit is the patience. */
    private String address(FutureTask<Integer> serving) throws Exception {
        StringBuilder printed = new StringBuilder();
        while (true) {
            printed.append(shell.out());
            Matcher address = ADDRESS.matcher(printed);
            if (address.find()) {
                return address.group();
            }
            try {
                throw new AssertionError("it stopped: " + serving.get(20, TimeUnit.MILLISECONDS) + " " + shell.err());
            } catch (TimeoutException e) {
                // It still runs, and may print in a moment.
            }
        }
    }
}
