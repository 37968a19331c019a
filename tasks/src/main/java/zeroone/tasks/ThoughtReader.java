package zeroone.tasks;

/** Reads the notes of one task and counts what happens in them; never fails, whatever the text says. */
public interface ThoughtReader {
    ThoughtBehaviour read(Problem problem, String thought);
}
