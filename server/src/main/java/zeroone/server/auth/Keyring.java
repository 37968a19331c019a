package zeroone.server.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.server.http.ApiException;

/** The keys of a file. Looks at the file again every second, so that a key that was taken away soon opens nothing. */
public final class Keyring implements Authenticator {
    private static final System.Logger LOG = System.getLogger("zeroone.server.auth");
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Pattern BEARER =
            Pattern.compile("[Bb]earer zo-(?<id>[0-9a-f]{12})-(?<secret>[A-Za-z0-9_-]{43})");
    /** What an unknown id is compared with, so that it takes as long as a known one. */
    private static final SecretHash NOBODY = SecretHash.of("", new byte[16]);

    private final KeyFile file;
    private final Clock clock;
    private Map<String, ApiKey> keys = Map.of();
    private FileTime read = FileTime.fromMillis(0);
    private Instant looked = Instant.MIN;

    private Keyring(KeyFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The keys of a file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Keyring of(KeyFile file, Clock clock) {
        Keyring keyring = new Keyring(file, clock);
        keyring.current();
        return keyring;
    }

    @Override
    public Optional<Caller> authenticate(Optional<String> authorization) {
        Matcher bearer = BEARER.matcher(authorization.orElse(""));
        boolean wellFormed = bearer.matches();
        Optional<ApiKey> key = wellFormed ? Optional.ofNullable(known().get(bearer.group("id"))) : Optional.empty();
        boolean matches = key.map(ApiKey::secret).orElse(NOBODY).matches(wellFormed ? bearer.group("secret") : "-");
        return key.filter(known -> matches).map(ApiKey::caller);
    }

    /** Nobody is let in by keys that were true before the file broke. */
    private Map<String, ApiKey> known() {
        try {
            return current();
        } catch (UncheckedIOException | IllegalArgumentException failure) {
            LOG.log(System.Logger.Level.ERROR, "no key opens: {0}", failure.getMessage());
            throw ApiException.unavailable("keys cannot be looked up now", RETRY);
        }
    }

    private synchronized Map<String, ApiKey> current() {
        Instant now = clock.instant();
        if (looked.isAfter(now.minus(FRESH)) && !looked.isAfter(now)) {
            return keys;
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file.path());
            if (!changed.equals(read)) {
                Map<String, ApiKey> fresh = new HashMap<>();
                file.read().forEach(key -> fresh.put(key.id(), key));
                keys = Map.copyOf(fresh);
                read = changed;
            }
        } catch (NoSuchFileException e) {
            keys = Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + file.path(), e);
        }
        looked = now;
        return keys;
    }
}
