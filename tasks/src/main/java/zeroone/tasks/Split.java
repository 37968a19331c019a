package zeroone.tasks;

import zeroone.text.CounterRandom;

/** Which part of a task a problem belongs to. The parts share no problem, by canonical form. */
public enum Split {
    /** Eight problems in ten. */
    TRAIN,
    /** One problem in ten. */
    VALIDATION,
    /** One problem in ten. */
    TEST;

    /**
     * The part that a problem belongs to: a function of its canonical form alone, so a problem that two tasks or two
     * seeds have in common sits in the same part everywhere.
     */
    public static Split of(String canonicalForm) {
        double place = CounterRandom.of().split(canonicalForm).uniform(0);
        if (place < 0.8) {
            return TRAIN;
        }
        return place < 0.9 ? VALIDATION : TEST;
    }
}
