package zeroone.server.jobs;

/** Encrypts what is kept of thoughts: authenticated, with keys of the operator. Thread-safe. */
public interface CheckpointCipher {
    /**
     * @param context what the bytes belong to, for example tenant and job: only with an equal context they open again
     */
    byte[] seal(byte[] plain, String context);

    /**
     * @throws IllegalArgumentException if the bytes were changed, belong to another context, or their key is gone
     */
    byte[] open(byte[] sealed, String context);
}
