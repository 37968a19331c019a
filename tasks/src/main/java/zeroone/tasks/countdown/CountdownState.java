package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The numbers still to be combined; the one made last comes first. */
record CountdownState(List<Term> terms) {
    static CountdownState start(CountdownPuzzle puzzle) {
        return new CountdownState(puzzle.numbers().stream().map(Term::given).toList());
    }

    /** Every different step from here: pairs in order, + - * / within a pair, the larger number before - and /. */
    List<Move> moves(CountdownConfig config) {
        List<Move> moves = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i + 1; j < terms.size(); j++) {
                Term a = terms.get(i);
                Term b = terms.get(j);
                List<Term> rest = without(i, j);
                for (Operator operator : Operator.ALL) {
                    boolean swap = !operator.commutes() && a.value() < b.value();
                    Term first = swap ? b : a;
                    Term second = swap ? a : b;
                    long value = operator.apply(first.value(), second.value());
                    // Dividing by 1 makes what multiplying by 1 makes; nobody needs both.
                    boolean wanted = value >= config.minIntermediate()
                            && value <= config.maxIntermediate()
                            && !(operator == Operator.DIVIDE && second.value() == 1);
                    if (wanted && seen.add(operator.key(first.value(), second.value()))) {
                        moves.add(new Move(first, operator, second, value, rest));
                    }
                }
            }
        }
        return moves;
    }

    /** An expression that combines all numbers at random. */
    String guess(CountdownConfig config, RandomGenerator random) {
        CountdownState state = this;
        while (state.terms.size() > 1) {
            List<Move> moves = state.moves(config);
            if (moves.isEmpty()) {
                // Large numbers may leave no step in range; a sum is still an answer.
                return state.terms.stream().map(Term::operand).collect(Collectors.joining("+"));
            }
            Move move = moves.get(random.nextInt(moves.size()));
            state = move.next(move.value());
        }
        return state.terms.getFirst().expression();
    }

    /** Equal for states with the same numbers in any order. */
    String canonicalForm() {
        return terms.stream().map(Term::value).sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private List<Term> without(int i, int j) {
        List<Term> rest = new ArrayList<>(terms.size() - 1);
        for (int k = 0; k < terms.size(); k++) {
            if (k != i && k != j) {
                rest.add(terms.get(k));
            }
        }
        return rest;
    }
}
