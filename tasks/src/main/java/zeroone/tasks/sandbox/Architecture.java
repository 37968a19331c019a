package zeroone.tasks.sandbox;

import java.util.Optional;

/** Processors whose system calls are known by number. */
enum Architecture {
    X86_64("amd64", 0xC000003E, 56, 16),
    AARCH64("aarch64", 0xC00000B7, 220, 29);

    private final String javaName;

    /** The kernel's word for it: AUDIT_ARCH_ and the name. */
    final int audit;

    final int clone;
    final int ioctl;

    Architecture(String javaName, int audit, int clone, int ioctl) {
        this.javaName = javaName;
        this.audit = audit;
        this.clone = clone;
        this.ioctl = ioctl;
    }

    /** The one that Java's property {@code os.arch} names. */
    static Optional<Architecture> named(String osArch) {
        for (Architecture architecture : values()) {
            if (architecture.javaName.equals(osArch)) {
                return Optional.of(architecture);
            }
        }
        return Optional.empty();
    }
}
