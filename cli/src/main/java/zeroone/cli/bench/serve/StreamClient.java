package zeroone.cli.bench.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for one streamed chat completion and notes when each text comes. Reads the bytes itself, as whoever measures a server
 * on the same machine takes its time away.
 */
final class StreamClient {
    private static final int NEWLINE = '\n';
    private static final Pattern TOKENS = Pattern.compile("\"completion_tokens\": ?(\\d+)");

    private final URI server;
    private long first = -1;
    private long latest;
    private long[] gaps = new long[256];
    private int gapCount;
    private int tokens;

    private StreamClient(URI server) {
        this.server = server;
    }

    /**
     * Reads a stream to its end.
     *
     * @param server its address, without a path
     * @param body of the request, with {@code stream} and {@code include_usage}
     * @throws IOException if it is refused or ends early
     */
    static StreamFigures read(URI server, String body) throws IOException {
        return new StreamClient(server).read(body.getBytes(StandardCharsets.UTF_8));
    }

    private StreamFigures read(byte[] body) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            String head = "POST /v1/chat/completions HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            byte[] request = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
            System.arraycopy(body, 0, request, head.length(), body.length);
            socket.getOutputStream().write(request);
            if (!events(socket.getInputStream())) {
                throw new EOFException("the stream ended before its end");
            }
        }
        if (first < 0 || tokens < 1) {
            throw new IOException("the stream had no text or told no usage");
        }
        return new StreamFigures(first - begun, Arrays.copyOf(gaps, gapCount), tokens);
    }

    /** Reads to the end of the connection; whether the stream was whole. */
    private boolean events(InputStream in) throws IOException {
        byte[] read = new byte[16 * 1024];
        StringBuilder line = new StringBuilder();
        boolean status = true;
        boolean done = false;
        for (int count = in.read(read); count >= 0; count = in.read(read)) {
            long now = System.nanoTime();
            int begin = 0;
            for (int i = 0; i < count; i++) {
                if (read[i] != NEWLINE) {
                    continue;
                }
                line.append(new String(read, begin, i - begin, StandardCharsets.ISO_8859_1));
                begin = i + 1;
                if (status && line.indexOf(" 200") < 0) {
                    throw new IOException(
                            "the server refused: " + line + new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                status = false;
                done |= line.indexOf("data: [DONE]") >= 0;
                line(line, now);
                line.setLength(0);
            }
            line.append(new String(read, begin, count - begin, StandardCharsets.ISO_8859_1));
        }
        return done;
    }

    private void line(StringBuilder line, long now) {
        if (line.indexOf("\"reasoning_content\":\"") >= 0
                || (line.indexOf("\"content\":\"") >= 0 && line.indexOf("\"content\":\"\"") < 0)) {
            text(now);
        }
        if (line.indexOf("\"completion_tokens\"") >= 0) {
            Matcher usage = TOKENS.matcher(line);
            if (usage.find()) {
                tokens = Integer.parseInt(usage.group(1));
            }
        }
    }

    private void text(long now) {
        if (first < 0) {
            first = now;
        } else {
            if (gapCount == gaps.length) {
                gaps = Arrays.copyOf(gaps, 2 * gaps.length);
            }
            gaps[gapCount++] = now - latest;
        }
        latest = now;
    }
}
