package zeroone.tasks;

/** Which part of a task a problem belongs to. The parts share no problem, by canonical form. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST
}
