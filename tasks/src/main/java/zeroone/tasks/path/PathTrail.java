package zeroone.tasks.path;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.ThoughtBehaviour;

/** Where a thought has been and is, and what happened on the way. */
final class PathTrail<S> {
    private final PathPuzzle<S> puzzle;

    /** The fewest or latest moves to each state that the thought has seen. */
    private final Map<S, Integer> depths = new HashMap<>();

    /** States that can be named: all that one move from a state seen leads to. */
    private final Map<String, S> known = new HashMap<>();

    private final Set<String> taken = new HashSet<>();
    private S current;
    private int steps;
    private int falseSteps;
    private int backtracks;
    private int revisits;
    private int acceptedRight;
    private int acceptedWrong;
    private int rejectedRight;
    private int rejectedWrong;

    PathTrail(PathPuzzle<S> puzzle) {
        this.puzzle = puzzle;
        current = puzzle.start();
        depths.put(current, 0);
        known.put(puzzle.written(current), current);
    }

    /** A line lists what is new from a state, each as move and state. */
    void expand(String written, List<String> edges) {
        step(written + ":" + edges);
        S state = known.get(written);
        if (state == null) {
            falseSteps++;
            return;
        }
        current = state;
        Set<S> unseen = new HashSet<>();
        Map<String, S> legal = legal(state);
        legal.values().stream().filter(next -> !depths.containsKey(next)).forEach(unseen::add);
        boolean holds = true;
        int depth = depths.getOrDefault(state, 0) + 1;
        for (String edge : edges) {
            S next = legal.get(edge);
            holds &= next != null && unseen.remove(next);
            if (next != null) {
                depths.putIfAbsent(next, depth);
            }
        }
        if (!holds || !unseen.isEmpty()) {
            falseSteps++;
        }
    }

    /** A line makes one move and says where it leads. */
    void walk(String edge) {
        step(edge);
        S next = legal(current).get(edge);
        if (next == null) {
            falseSteps++;
            next = known.get(edge.substring(edge.lastIndexOf(' ') + 1));
        }
        if (next != null) {
            depths.put(next, depths.getOrDefault(current, 0) + 1);
            current = next;
        }
    }

    void back(String written) {
        backtracks++;
        S state = known.get(written);
        if (state != null && depths.containsKey(state)) {
            current = state;
        }
    }

    /** A clause says that one move leads from one state to another. */
    void from(String written, String before) {
        step(written + " from " + before);
        S state = known.get(written);
        S origin = known.get(before);
        if (state == null || origin == null || !legal(origin).containsValue(state)) {
            falseSteps++;
        }
    }

    void stuck() {
        step("stuck");
        if (!legal(current).values().stream().allMatch(depths::containsKey)) {
            falseSteps++;
        }
        reject();
    }

    void tooFar() {
        step("too far");
        if (depths.getOrDefault(current, 0) < puzzle.mostMoves()) {
            falseSteps++;
        }
        reject();
    }

    /** The thought says that a state, or where it is, solves the puzzle. */
    void yes(Optional<String> written) {
        S state = written.isPresent() ? known.get(written.get()) : current;
        if (state != null && solves(state)) {
            acceptedRight++;
        } else {
            acceptedWrong++;
        }
    }

    ThoughtBehaviour behaviour() {
        return new ThoughtBehaviour(
                steps, falseSteps, backtracks, revisits, acceptedRight, acceptedWrong, rejectedRight, rejectedWrong);
    }

    private void reject() {
        if (solves(current)) {
            rejectedRight++;
        } else {
            rejectedWrong++;
        }
    }

    private boolean solves(S state) {
        return puzzle.solved(state) && depths.getOrDefault(state, Integer.MAX_VALUE) <= puzzle.mostMoves();
    }

    private Map<String, S> legal(S state) {
        Map<String, S> legal = new HashMap<>();
        for (Step<S> step : puzzle.steps(state)) {
            String written = puzzle.written(step.next());
            known.putIfAbsent(written, step.next());
            legal.put(PathNotes.edge(step.move(), written), step.next());
        }
        return legal;
    }

    private void step(String line) {
        steps++;
        if (!taken.add(puzzle.written(current) + " " + line)) {
            revisits++;
        }
    }
}
