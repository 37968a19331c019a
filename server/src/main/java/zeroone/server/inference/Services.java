package zeroone.server.inference;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What every endpoint that generates works with.
 *
 * @param random for ids and for seeds that nobody chose; cryptographically strong
 * @param keepAlive silence after which a sign of life is sent
 */
public record Services(
        Models models,
        Inference inference,
        Clock clock,
        LongSupplier nanoTime,
        RandomGenerator random,
        Duration keepAlive,
        ReasoningField reasoningField,
        boolean strict) {
    public Services {
        Objects.requireNonNull(models, "models");
        Objects.requireNonNull(inference, "inference");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(nanoTime, "nanoTime");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(reasoningField, "reasoningField");
        if (!keepAlive.isPositive()) {
            throw new IllegalArgumentException("the time between signs of life must be positive: " + keepAlive);
        }
    }

    public String id(String prefix) {
        return new Identifiers(random).next(prefix);
    }
}
