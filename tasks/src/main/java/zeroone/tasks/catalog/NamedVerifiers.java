package zeroone.tasks.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import zeroone.tasks.NamedVerifier;

/** Every {@link NamedVerifier} on the class path. */
public final class NamedVerifiers {
    private static final Map<String, NamedVerifier> BY_NAME = load();

    private NamedVerifiers() {}

    private static Map<String, NamedVerifier> load() {
        Map<String, NamedVerifier> verifiers = new LinkedHashMap<>();
        for (NamedVerifier verifier : ServiceLoader.load(NamedVerifier.class, NamedVerifiers.class.getClassLoader())) {
            if (verifiers.putIfAbsent(verifier.name(), verifier) != null) {
                throw new IllegalStateException("two verifiers are named \"" + verifier.name() + "\", the second is "
                        + verifier.getClass().getName() + ": rename one");
            }
        }
        return verifiers;
    }

    /**
     * The verifier with the given name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static NamedVerifier named(String name) {
        NamedVerifier verifier = BY_NAME.get(name);
        if (verifier == null) {
            throw new IllegalArgumentException(
                    "\"verifier\" must be one of " + String.join(", ", BY_NAME.keySet()) + ", not \"" + name + "\"");
        }
        return verifier;
    }
}
