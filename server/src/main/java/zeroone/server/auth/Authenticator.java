package zeroone.server.auth;

import java.util.Optional;

/** Tells who sends a request. Thread-safe. */
public interface Authenticator {
    /**
     * @param authorization the header of that name
     * @return empty if nobody known
     */
    Optional<Caller> authenticate(Optional<String> authorization);

    /** Lets everybody in as one caller: for a server that only this machine reaches. */
    static Authenticator open(Caller everybody) {
        return authorization -> Optional.of(everybody);
    }
}
