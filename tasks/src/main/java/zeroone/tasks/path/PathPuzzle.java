package zeroone.tasks.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zeroone.tasks.Difficulty;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.Puzzle;
import zeroone.tasks.puzzle.WrongAnswer;

/**
 * A puzzle that is solved by a sequence of moves, each of the same cost, from a start to a goal.
 *
 * @param <S> a state; has {@code equals} and {@code hashCode}
 */
public interface PathPuzzle<S> extends Puzzle {
    S start();

    boolean solved(S state);

    /** The legal moves in a fixed order, each name once. */
    List<Step<S>> steps(S state);

    /** The state as one word without full stop, comma, colon or exclamation mark; different states differ. */
    String written(S state);

    /** Whether a word looks like a state of this puzzle, possible or not. */
    boolean isState(String word);

    /** The most moves an answer may have; the start is not a solution. */
    int mostMoves();

    /** Whether {@link #mostMoves} is the fewest there are. */
    boolean fewestWanted();

    /** How far from the goal a state looks at a glance; people who just walk go where this is less. */
    default int glance(S state) {
        return 0;
    }

    /** Properties of the puzzle that make it hard or easy. */
    Map<String, Integer> axes();

    /** The answer that a sequence of moves is. */
    default String answer(List<String> moves) {
        return String.join(", ", moves);
    }

    /**
     * The moves that an answer is.
     *
     * @throws WrongAnswer if it is not of the form asked for
     */
    default List<String> moves(String answer) throws WrongAnswer {
        return AnswerText.items(answer);
    }

    /** Where a move leads; empty if it is not legal. */
    default Optional<S> after(S state, String move) {
        for (Step<S> step : steps(state)) {
            if (step.move().equals(move)) {
                return Optional.of(step.next());
            }
        }
        return Optional.empty();
    }

    @Override
    default void judge(String answer) throws WrongAnswer {
        List<String> moves = moves(answer);
        if (moves.size() > mostMoves()) {
            throw new WrongAnswer("has " + moves.size() + " moves; " + mostMoves()
                    + (fewestWanted() ? " are enough" : " are allowed"));
        }
        S state = start();
        for (int i = 0; i < moves.size(); i++) {
            Optional<S> next = after(state, moves.get(i));
            if (next.isEmpty()) {
                throw new WrongAnswer("has " + AnswerText.quoted(moves.get(i)) + " as move " + (i + 1)
                        + ", which is not possible from " + written(state));
            }
            state = next.get();
        }
        if (!solved(state)) {
            throw new WrongAnswer("ends at " + written(state) + ", which is not the goal");
        }
    }

    @Override
    default void requireSolution() {
        PathSearch<S> search = PathSearch.of(this);
        if (search.moves().isEmpty()) {
            throw new IllegalArgumentException(
                    "the puzzle must have a solution; none was found among " + search.visited() + " states: " + data());
        }
        int fewest = search.moves().get().size();
        if (fewest == 0 || fewest > mostMoves() || (fewestWanted() && fewest != mostMoves())) {
            throw new IllegalArgumentException("\"moves\" must be " + (fewestWanted() ? "" : "at least ")
                    + "the fewest possible, " + fewest + ", and not 0: " + mostMoves());
        }
    }

    /** Effort: states that a breadth-first search visits before the goal. */
    @Override
    default Difficulty difficulty() {
        PathSearch<S> search = PathSearch.of(this);
        Map<String, Integer> axes = new LinkedHashMap<>(axes());
        search.moves().ifPresent(moves -> axes.put("fewest moves", moves.size()));
        return new Difficulty(axes, search.visited(), "states visited");
    }
}
