package zeroone.tasks.path;

/**
 * A legal move and where it leads.
 *
 * @param move one to three words of the characters {@code A-Z a-z 0-9 + #}
 */
public record Step<S>(String move, S next) {}
