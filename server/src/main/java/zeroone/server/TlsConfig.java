package zeroone.server;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Certificate and private key of the server.
 *
 * @param keystore a PKCS#12 file
 */
public record TlsConfig(Path keystore, String password) {
    public TlsConfig {
        Objects.requireNonNull(keystore, "keystore");
        Objects.requireNonNull(password, "password");
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "TlsConfig[" + keystore + "]";
    }
}
