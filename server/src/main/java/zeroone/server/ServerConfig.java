package zeroone.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import zeroone.server.inference.ReasoningField;

/**
 * How the server listens, and what it takes.
 *
 * @param host address to listen on; loopback unless there are keys
 * @param port 0 for a free one
 * @param mostBodyBytes of a request
 * @param mostSamples that run or wait at once
 * @param keepAlive silence after which a sign of life is sent
 * @param idle after so long without a byte that was sent or read, a connection ends, and the work for it
 * @param grace how long a stop waits for what runs
 * @param strict whether parameters are refused that OpenAI's reasoning models refuse
 */
public record ServerConfig(
        String host,
        int port,
        int mostBodyBytes,
        int mostSamples,
        Duration keepAlive,
        Duration idle,
        Duration grace,
        ReasoningField reasoningField,
        boolean strict,
        Optional<TlsConfig> tls) {
    public static final ServerConfig DEFAULT = new ServerConfig(
            "127.0.0.1",
            8000,
            4 * 1024 * 1024,
            512,
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            ReasoningField.REASONING_CONTENT,
            false,
            Optional.empty());

    public ServerConfig {
        Objects.requireNonNull(reasoningField, "reasoningField");
        Objects.requireNonNull(tls, "tls");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is in [0, 65535]: " + port);
        }
        if (mostBodyBytes < 1024 || mostBodyBytes > 1024 * 1024 * 1024) {
            throw new IllegalArgumentException("a body may have between 1 KiB and 1 GiB: " + mostBodyBytes + " bytes");
        }
        if (mostSamples < 1) {
            throw new IllegalArgumentException("there must be room for at least one sample: " + mostSamples);
        }
        if (idle.toMillis() < 1) {
            throw new IllegalArgumentException("a connection must be allowed to rest for a millisecond: " + idle);
        }
        if (!keepAlive.isPositive() || grace.isNegative()) {
            throw new IllegalArgumentException("the time between signs of life must be positive and the grace at a stop"
                    + " not negative: " + keepAlive + ", " + grace);
        }
    }

    public ServerConfig listeningOn(String otherHost, int otherPort) {
        return new ServerConfig(
                otherHost, otherPort, mostBodyBytes, mostSamples, keepAlive, idle, grace, reasoningField, strict, tls);
    }

    public ServerConfig withKeepAlive(Duration silence) {
        return new ServerConfig(
                host, port, mostBodyBytes, mostSamples, silence, idle, grace, reasoningField, strict, tls);
    }

    public ServerConfig withIdle(Duration rest) {
        return new ServerConfig(
                host, port, mostBodyBytes, mostSamples, keepAlive, rest, grace, reasoningField, strict, tls);
    }

    public ServerConfig withGrace(Duration patience) {
        return new ServerConfig(
                host, port, mostBodyBytes, mostSamples, keepAlive, idle, patience, reasoningField, strict, tls);
    }

    public ServerConfig withReasoningField(ReasoningField field) {
        return new ServerConfig(host, port, mostBodyBytes, mostSamples, keepAlive, idle, grace, field, strict, tls);
    }

    public ServerConfig withStrict(boolean refuse) {
        return new ServerConfig(
                host, port, mostBodyBytes, mostSamples, keepAlive, idle, grace, reasoningField, refuse, tls);
    }

    public ServerConfig withMostSamples(int most) {
        return new ServerConfig(host, port, mostBodyBytes, most, keepAlive, idle, grace, reasoningField, strict, tls);
    }

    public ServerConfig withTls(TlsConfig keys) {
        return new ServerConfig(
                host,
                port,
                mostBodyBytes,
                mostSamples,
                keepAlive,
                idle,
                grace,
                reasoningField,
                strict,
                Optional.of(keys));
    }

    /** Whether only this machine can reach it. */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no address '" + host + "' to listen on", e);
        }
    }
}
