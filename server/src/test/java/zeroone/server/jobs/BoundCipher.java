package zeroone.server.jobs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Not a secret, but bound to its context, and nothing of the plain bytes can be read in it. */
class BoundCipher implements CheckpointCipher {
    @Override
    public byte[] seal(byte[] plain, String context) {
        return ByteBuffer.allocate(plain.length + 4)
                .putInt(check(plain, context))
                .put(mask(plain))
                .array();
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        byte[] plain = mask(Arrays.copyOfRange(sealed, 4, sealed.length));
        if (ByteBuffer.wrap(sealed).getInt() != check(plain, context)) {
            throw new IllegalArgumentException("these bytes do not belong to " + context);
        }
        return plain;
    }

    private static int check(byte[] plain, String context) {
        CRC32 crc = new CRC32();
        crc.update(context.getBytes(StandardCharsets.UTF_8));
        crc.update(plain);
        return (int) crc.getValue();
    }

    private static byte[] mask(byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= (byte) (0x5a + 31 * i);
        }
        return masked;
    }
}
