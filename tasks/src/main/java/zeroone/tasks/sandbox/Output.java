package zeroone.tasks.sandbox;

import java.nio.charset.StandardCharsets;

/** What a program wrote to one stream, as far as it was read. */
public final class Output {
    private final byte[] bytes;
    private final boolean truncated;

    Output(byte[] bytes, boolean truncated) {
        this.bytes = bytes.clone();
        this.truncated = truncated;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Whether the program wrote more than was allowed; what it wrote last is lost. */
    public boolean truncated() {
        return truncated;
    }

    /** As UTF-8, with U+FFFD for what is not. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
