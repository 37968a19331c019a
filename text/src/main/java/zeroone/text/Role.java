package zeroone.text;

/** Who speaks in a conversation. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
}
