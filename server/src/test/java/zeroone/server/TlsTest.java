package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.TestServer.Options;

@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "a password";
    private static final String CHAT =
            "{\"model\": \"scripted\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}";

    /** A certificate of this machine's own, as an operator makes one. */
    private static Path keystore(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void who_trusts_the_certificate_reads_a_stream_and_nobody_else_does(@TempDir Path folder) throws Exception {
        Path keystore = keystore(folder);
        try (TestServer server = TestServer.of(
                        TestServer.says("hm", "42"),
                        Options.USUAL,
                        config -> config.withTls(new TlsConfig(keystore, PASSWORD)));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keystore)).build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            assertThat(server.uri("/").getScheme()).isEqualTo("https");
            HttpRequest chat = server.request("/v1/chat/completions")
                    .POST(HttpRequest.BodyPublishers.ofString(CHAT))
                    .build();
            HttpResponse<String> reply = client.send(chat, HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(StreamedText.of(reply.body())).isEqualTo("42");
            assertThat(reply.body()).contains("[DONE]");
            assertThatThrownBy(() -> stranger.send(chat, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }
}
