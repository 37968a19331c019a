package zeroone.tasks.logic;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "For how many of the 8 assignments of true and false to p, q and r is this formula true?"
 *
 * @param letters how many letters, 2 to 5
 * @param connectives how many connectives of two formulas
 */
record TruthTable(String level, int letters, int connectives) implements Exercise<TruthTable.Table> {
    TruthTable {
        if (letters < 2 || letters > Formula.LETTERS.size() || connectives < 1 || connectives > 10) {
            throw new IllegalArgumentException("there must be 2 to " + Formula.LETTERS.size()
                    + " letters and 1 to 10 connectives: " + letters + ", " + connectives);
        }
    }

    /** A formula and how many letters are assigned, whether they occur in it or not. */
    record Table(Formula formula, int letters) {
        int models() {
            int models = 0;
            for (int assignment = 0; assignment < 1 << letters; assignment++) {
                models += formula.value(assignment) ? 1 : 0;
            }
            return models;
        }
    }

    @Override
    public String name() {
        return "truth-table-" + level;
    }

    @Override
    public Table draw(RandomGenerator random) {
        return new Table(draw(connectives, random), letters);
    }

    private Formula draw(int left, RandomGenerator random) {
        Formula formula;
        if (left == 0) {
            formula = new Formula.Letter(random.nextInt(letters));
        } else {
            int first = random.nextInt(left);
            Formula.Connective connective = Formula.Connective.values()[random.nextInt(4)];
            formula = new Formula.Binary(draw(first, random), connective, draw(left - 1 - first, random));
        }
        return random.nextInt(3) == 0 ? new Formula.Not(formula) : formula;
    }

    @Override
    public ObjectNode data(Table table) {
        return Fields.empty().put("formula", table.formula().toString()).put("letters", table.letters());
    }

    @Override
    public Table read(ObjectNode data) {
        int count = (int) Fields.whole(data, "letters", 1, Formula.LETTERS.size());
        Formula formula = Formula.parse(Fields.text(data, "formula"));
        for (int i = count; i < Formula.LETTERS.size(); i++) {
            if (formula.toString().matches(".*\\b" + Formula.LETTERS.get(i) + "\\b.*")) {
                throw new IllegalArgumentException(
                        "\"formula\" must have only the first " + count + " letters: " + formula);
            }
        }
        return new Table(formula, count);
    }

    @Override
    public String id(Table table) {
        return table.letters() + ": " + table.formula();
    }

    @Override
    public String prompt(Table table) {
        return "For how many of the " + (1 << table.letters()) + " assignments of true and false to "
                + String.join(", ", Formula.LETTERS.subList(0, table.letters()))
                + " is this formula true: " + table.formula() + "? (\"or\" includes both; \"a implies b\" is false only"
                + " if a is true and b is false; \"iff\" means that both are the same.) Answer with a whole number.";
    }

    @Override
    public Verdict judge(Table table, String answer) {
        Optional<BigInteger> number = Rational.readWhole(answer);
        if (number.isEmpty()) {
            return Verdict.incorrect("is not a whole number");
        }
        return number.get().equals(BigInteger.valueOf(table.models()))
                ? Verdict.CORRECT
                : Verdict.incorrect("the formula is not true for " + number.get() + " assignments");
    }

    @Override
    public String work(Table table, Notes notes) {
        long count = 0;
        for (int assignment = 0; assignment < 1 << table.letters(); assignment++) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < table.letters(); i++) {
                row.append(assignment >> i & 1);
            }
            boolean value = table.formula().value(assignment) != notes.slips();
            notes.say(row + (value ? " true:" : " false."));
            if (value) {
                count = Math.abs(notes.step(count + "+1", count + 1));
            }
        }
        return Long.toString(count);
    }

    @Override
    public String guess(Table table, RandomGenerator random) {
        return Integer.toString(random.nextInt((1 << table.letters()) + 1));
    }

    @Override
    public Map<String, Integer> axes(Table table) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("letters", table.letters());
        axes.put("operators", table.formula().operators());
        return axes;
    }

    @Override
    public Difficulty difficulty(Table table) {
        return new Difficulty(
                axes(table), (long) Math.max(1, table.formula().operators()) << table.letters(), "operators evaluated");
    }
}
