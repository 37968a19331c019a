package zeroone.testkit;

/** What a second judge, who knows nothing of a verifier, says of an answer. */
public enum Opinion {
    /** It solves the problem, in the form asked for: the verifier must accept it. */
    RIGHT,

    /** It says what is right, perhaps not in the form asked for: the verifier may accept it or not. */
    RIGHT_BUT_FOR_ITS_FORM,

    /** This judge cannot tell, as of a program that passes the tests it knows: the verifier may say either. */
    UNDECIDED,

    /** It does not solve the problem, or says something else, too: the verifier must refuse it. */
    WRONG;

    /** The opinion of a judge who knows every rule, about the form of answers, too. */
    public static Opinion of(boolean right) {
        return right ? RIGHT : WRONG;
    }
}
