package zeroone.text.template;

/** What one rendering may cost, so that a hostile template ends. */
final class Budget {
    /** Steps and characters together; an ordinary conversation takes thousands. */
    private static final long LARGEST = 50_000_000;

    private long spent;

    void charge(long amount) {
        spent += amount;
        if (spent > LARGEST) {
            throw new TemplateException("rendering takes more than " + LARGEST + " steps: does the template ever end?");
        }
    }

    /** Charges for having made a value. */
    Value charge(Value value) {
        switch (value) {
            case Text text -> charge(1 + text.characters().length());
            case Value.Sequence sequence -> charge(1 + sequence.items().size());
            case Value.Mapping mapping -> charge(1 + mapping.entries().size());
            case Value.Whole _, Value.Real _, Value.Bool _, Value.None _, Value.Undefined _, Value.Namespace _ ->
                charge(1);
        }
        return value;
    }
}
