package zeroone.tasks.zebra;

/** The item {@code item} stands in a relation to the item, or to the house (from 0), {@code other}. */
record Clue(int item, Relation relation, int other) {}
