package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer written as steps: {@code 13+8=21, 21-5=16}. Every step combines two numbers at hand into one, exactly, and
 * uses them up.
 *
 * @param left what is at hand after the last step
 */
record StepList(List<Long> left) {
    static StepList read(AnswerReader reader, List<Integer> numbers) throws MalformedAnswer {
        List<Long> atHand =
                new ArrayList<>(numbers.stream().map(Integer::longValue).toList());
        while (true) {
            step(reader, atHand);
            if (reader.atEnd()) {
                return new StepList(List.copyOf(atHand));
            }
            if (!reader.isAt(',')) {
                throw reader.unexpected("\",\"");
            }
            reader.next();
        }
    }

    private static void step(AnswerReader reader, List<Long> atHand) throws MalformedAnswer {
        long first = reader.number();
        Optional<Operator> operator = reader.atEnd() ? Optional.empty() : Operator.of(reader.symbol());
        if (operator.isEmpty()) {
            throw reader.unexpected("an operator");
        }
        reader.next();
        long second = reader.number();
        if (!reader.isAt('=')) {
            throw reader.unexpected("\"=\"");
        }
        reader.next();
        long claimed = reader.number();
        String step = "" + first + operator.get().symbol() + second + "=" + claimed;
        if (operator.get().apply(first, second) != claimed) {
            throw new MalformedAnswer("says " + step + ", which is not true");
        }
        if (!atHand.remove(first) || !atHand.remove(second)) {
            throw new MalformedAnswer("says " + step + " when the numbers left do not allow it");
        }
        atHand.add(claimed);
    }
}
