package zeroone.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds a shortest sequence of moves in the plainest way, as a second opinion. */
final class PlainSearch {
    private PlainSearch() {}

    /** Whether so many moves or fewer lead from a start to a goal. */
    static <S> boolean reaches(
            S start, Predicate<S> goal, Function<S, Map<String, S>> next, List<String> moves, int mostMoves) {
        S state = start;
        for (String move : moves) {
            Map<String, S> legal = next.apply(state);
            if (!legal.containsKey(move)) {
                return false;
            }
            state = legal.getOrDefault(move, start);
        }
        return moves.size() <= mostMoves && goal.test(state);
    }

    /** The moves from a start to a goal; {@code next} gives the legal moves with the states they lead to. */
    static <S> List<String> shortest(S start, Predicate<S> goal, Function<S, Map<String, S>> next) {
        Map<S, List<String>> reached = new LinkedHashMap<>(Map.of(start, List.of()));
        List<S> layer = List.of(start);
        while (!layer.isEmpty()) {
            List<S> further = new ArrayList<>();
            for (S state : layer) {
                List<String> way = reached.getOrDefault(state, List.of());
                if (goal.test(state)) {
                    return way;
                }
                next.apply(state).forEach((move, after) -> {
                    if (!reached.containsKey(after)) {
                        List<String> longer = new ArrayList<>(way);
                        longer.add(move);
                        reached.put(after, longer);
                        further.add(after);
                    }
                });
            }
            layer = further;
        }
        throw new AssertionError("no way from " + start);
    }
}
