package zeroone.tasks.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Breadth-first search: the fewest moves to a goal.
 *
 * @param moves the first shortest solution in the order of moves; empty if there is none among the states visited
 * @param visited how many states were reached
 */
public record PathSearch<S>(Optional<List<String>> moves, int visited) {
    private static final int MOST_STATES = 300_000;

    /** How a state was reached first; the start was reached from nowhere. */
    private record Arrival<S>(@Nullable S from, String move) {}

    /** Searches from the start, until a goal is found or 300,000 states are reached. */
    public static <S> PathSearch<S> of(PathPuzzle<S> puzzle) {
        return from(puzzle, puzzle.start(), MOST_STATES);
    }

    /** Searches from a state, until a goal is found or so many states are reached. */
    public static <S> PathSearch<S> from(PathPuzzle<S> puzzle, S start, int mostStates) {
        Map<S, Arrival<S>> arrivals = new HashMap<>();
        ArrayDeque<S> frontier = new ArrayDeque<>();
        arrivals.put(start, new Arrival<>(null, ""));
        frontier.add(start);
        while (!frontier.isEmpty() && arrivals.size() <= mostStates) {
            S state = frontier.remove();
            if (puzzle.solved(state)) {
                return new PathSearch<>(Optional.of(way(arrivals, state)), arrivals.size());
            }
            for (Step<S> step : puzzle.steps(state)) {
                if (arrivals.putIfAbsent(step.next(), new Arrival<>(state, step.move())) == null) {
                    frontier.add(step.next());
                }
            }
        }
        return new PathSearch<>(Optional.empty(), arrivals.size());
    }

    private static <S> List<String> way(Map<S, Arrival<S>> arrivals, S goal) {
        List<String> moves = new ArrayList<>();
        Arrival<S> arrival = arrivals.get(goal);
        while (arrival != null && arrival.from() != null) {
            moves.add(arrival.move());
            arrival = arrivals.get(arrival.from());
        }
        Collections.reverse(moves);
        return moves;
    }
}
