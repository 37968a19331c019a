package zeroone.tasks.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks for a way and writes it down. In order, all that is new from each state: {@code 0-0: fill a 3-0, fill b
 * 0-5. 3-0: pour a b 0-3.} until {@code 1-5 yes! 1-5 from 3-3, 3-3 from 0-3.} tells the way back. Or a walk, one move
 * after the other, mostly where the goal seems closest: {@code fill a 3-0. pour a b 0-3. stuck. Wait, 3-0.}
 */
final class PathNotes<S> {
    /** How much longer than the fewest moves a walk may be whose writer does not know that number. */
    private static final int DETOUR = 6;

    /** Share of the moves of a walk that go where the goal seems closest. */
    private static final double FOLLOWS_GLANCE = 0.8;

    private final PathPuzzle<S> puzzle;
    private final int mostTries;
    private final double sloppiness;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();

    /** How a state was reached first; the start was reached from nowhere. */
    private record Arrival<S>(@Nullable S from, String move) {}

    /**
     * @param mostTries lines after which to stop
     * @param sloppiness chance of a mistake in each line
     */
    PathNotes(PathPuzzle<S> puzzle, int mostTries, double sloppiness, RandomGenerator random) {
        this.puzzle = puzzle;
        this.mostTries = mostTries;
        this.sloppiness = sloppiness;
        this.random = random;
    }

    String text() {
        return text.toString();
    }

    /** Follows all ways at once, the shortest first; the moves to the goal if it was found. */
    Optional<List<String>> searchInOrder() {
        text.append(" Go in order.");
        Map<S, Arrival<S>> arrivals = new LinkedHashMap<>();
        ArrayDeque<S> frontier = new ArrayDeque<>();
        arrivals.put(puzzle.start(), new Arrival<>(null, ""));
        frontier.add(puzzle.start());
        for (int tries = 0; tries < mostTries && !frontier.isEmpty(); tries++) {
            S state = frontier.remove();
            List<Step<S>> unseen = unseen(state, arrivals.keySet());
            if (slips() && !unseen.isEmpty()) {
                unseen.remove(random.nextInt(unseen.size()));
            }
            StringJoiner line = new StringJoiner(", ", " " + puzzle.written(state) + ": ", ".")
                    .setEmptyValue(" " + puzzle.written(state) + ": none.");
            Optional<S> goal = Optional.empty();
            for (Step<S> step : unseen) {
                line.add(edge(step.move(), puzzle.written(step.next())));
                arrivals.put(step.next(), new Arrival<>(state, step.move()));
                frontier.add(step.next());
                if (puzzle.solved(step.next())) {
                    goal = Optional.of(step.next());
                }
            }
            text.append(line);
            if (goal.isPresent()) {
                return Optional.of(wayBack(arrivals, goal.get()));
            }
        }
        text.append(" I give up.");
        return Optional.empty();
    }

    /** Walks at random where it has not been yet, turning back at dead ends; the moves to the goal if it was found. */
    Optional<List<String>> searchAnywhere() {
        text.append(" Try anything.");
        int deepest = puzzle.mostMoves() + (puzzle.fewestWanted() ? DETOUR : 0);
        List<S> path = new ArrayList<>(List.of(puzzle.start()));
        List<String> moves = new ArrayList<>();
        Set<S> seen = new HashSet<>(path);
        for (int tries = 0; tries < mostTries; tries++) {
            List<Step<S>> unseen = unseen(path.getLast(), seen);
            if (moves.size() >= deepest || unseen.isEmpty()) {
                text.append(unseen.isEmpty() ? " stuck." : " too far.");
                if (moves.isEmpty()) {
                    break;
                }
                moves.removeLast();
                path.removeLast();
                text.append(" Wait, ").append(puzzle.written(path.getLast())).append('.');
                continue;
            }
            walk(likeliest(unseen), unseen, moves, path);
            seen.add(path.getLast());
            if (puzzle.solved(path.getLast())) {
                text.append(" yes!");
                return Optional.of(moves);
            }
        }
        text.append(" I give up.");
        return Optional.empty();
    }

    /** Walks a little without looking back; the moves made. */
    List<String> tryQuickly() {
        text.append(" Quick try.");
        List<S> path = new ArrayList<>(List.of(puzzle.start()));
        List<String> moves = new ArrayList<>();
        for (int tries = 0; tries < Math.min(mostTries + 2, puzzle.mostMoves()); tries++) {
            List<Step<S>> unseen = unseen(path.getLast(), new HashSet<>(path));
            if (unseen.isEmpty() || puzzle.solved(path.getLast())) {
                break;
            }
            walk(unseen, unseen, moves, path);
        }
        return moves;
    }

    static String edge(String move, String state) {
        return move.equals(state) ? state : move + " " + state;
    }

    /** One move; the path then ends where the writer believes to be. */
    private void walk(List<Step<S>> likely, List<Step<S>> unseen, List<String> moves, List<S> path) {
        Step<S> step = likely.get(random.nextInt(likely.size()));
        S next = slips() ? unseen.get(random.nextInt(unseen.size())).next() : step.next();
        text.append(' ').append(edge(step.move(), puzzle.written(next))).append('.');
        moves.add(step.move());
        path.add(next);
    }

    /** Mostly the steps that seem to lead closest to the goal, sometimes all. */
    private List<Step<S>> likeliest(List<Step<S>> steps) {
        if (random.nextDouble() >= FOLLOWS_GLANCE) {
            return steps;
        }
        int least = steps.stream()
                .mapToInt(step -> puzzle.glance(step.next()))
                .min()
                .orElse(0);
        return steps.stream()
                .filter(step -> puzzle.glance(step.next()) == least)
                .toList();
    }

    private List<Step<S>> unseen(S state, Set<S> seen) {
        Set<S> nexts = new HashSet<>(seen);
        List<Step<S>> unseen = new ArrayList<>();
        for (Step<S> step : puzzle.steps(state)) {
            if (nexts.add(step.next())) {
                unseen.add(step);
            }
        }
        return unseen;
    }

    private List<String> wayBack(Map<S, Arrival<S>> arrivals, S goal) {
        text.append(' ').append(puzzle.written(goal)).append(" yes!");
        List<String> moves = new ArrayList<>();
        StringJoiner back = new StringJoiner(", ", " ", ".");
        S state = goal;
        Arrival<S> arrival = arrivals.get(state);
        while (arrival != null && arrival.from() != null) {
            back.add(puzzle.written(state) + " from " + puzzle.written(arrival.from()));
            moves.add(arrival.move());
            state = arrival.from();
            arrival = arrivals.get(state);
        }
        text.append(back);
        Collections.reverse(moves);
        return moves;
    }

    private boolean slips() {
        return sloppiness > 0 && random.nextDouble() < sloppiness;
    }
}
