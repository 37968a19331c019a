package zeroone.tasks.equations;

import java.util.List;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Notes;

/** Determinants of two or three rows, worked out in the notes along the first row. */
final class Determinant {
    private Determinant() {}

    static Rational of(List<List<Rational>> matrix, Notes notes) {
        if (matrix.size() == 2) {
            return crossed(
                    matrix.get(0).get(0),
                    matrix.get(1).get(1),
                    matrix.get(0).get(1),
                    matrix.get(1).get(0),
                    notes);
        }
        List<Rational> first = matrix.getFirst();
        Rational[] minors = new Rational[3];
        for (int i = 0; i < 3; i++) {
            int left = i == 0 ? 1 : 0;
            int right = i == 2 ? 1 : 2;
            minors[i] = crossed(
                    matrix.get(1).get(left),
                    matrix.get(2).get(right),
                    matrix.get(1).get(right),
                    matrix.get(2).get(left),
                    notes);
        }
        Rational value = first.get(0)
                .times(minors[0])
                .minus(first.get(1).times(minors[1]))
                .plus(first.get(2).times(minors[2]));
        return notes.step(
                Answers.operation(first.get(0), '*', minors[0])
                        + "-" + Answers.operation(first.get(1), '*', minors[1])
                        + "+" + Answers.operation(first.get(2), '*', minors[2]),
                value);
    }

    private static Rational crossed(Rational a, Rational d, Rational b, Rational c, Notes notes) {
        return notes.step(
                Answers.operation(a, '*', d) + "-" + Answers.operation(b, '*', c),
                a.times(d).minus(b.times(c)));
    }
}
