package zeroone.tasks.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** Two words and the words that may lie between them, all in one list, without repetition. A state is a word. */
final class LadderPuzzle implements PathPuzzle<String> {
    private final List<String> words;
    private final String start;
    private final String goal;
    private final int mostMoves;

    LadderPuzzle(List<String> words, String start, String goal, int mostMoves) {
        this.words = List.copyOf(words);
        this.start = start;
        this.goal = goal;
        this.mostMoves = mostMoves;
    }

    /** The same ladder with another number of changes allowed. */
    LadderPuzzle withMoves(int moves) {
        return new LadderPuzzle(words, start, goal, moves);
    }

    @Override
    public String start() {
        return start;
    }

    @Override
    public boolean solved(String state) {
        return state.equals(goal);
    }

    @Override
    public List<Step<String>> steps(String state) {
        List<Step<String>> steps = new ArrayList<>();
        for (String word : words) {
            if (WordList.neighbours(state, word)) {
                steps.add(new Step<>(word, word));
            }
        }
        return steps;
    }

    @Override
    public Optional<String> after(String state, String move) {
        return words.contains(move) && WordList.neighbours(state, move) ? Optional.of(move) : Optional.empty();
    }

    @Override
    public String written(String state) {
        return state;
    }

    @Override
    public boolean isState(String word) {
        return words.contains(word);
    }

    @Override
    public int mostMoves() {
        return mostMoves;
    }

    @Override
    public boolean fewestWanted() {
        return true;
    }

    @Override
    public String answer(List<String> moves) {
        return start + " " + String.join(" ", moves);
    }

    @Override
    public List<String> moves(String answer) throws WrongAnswer {
        List<String> ladder = AnswerText.words(answer);
        if (!ladder.getFirst().equals(start)) {
            throw new WrongAnswer("begins with " + AnswerText.quoted(ladder.getFirst()) + ", not with " + start);
        }
        return ladder.subList(1, ladder.size());
    }

    @Override
    public String canonicalForm() {
        // A ladder can be climbed from both ends.
        String ends = start.compareTo(goal) < 0 ? start + "-" + goal : goal + "-" + start;
        return ends + ": " + String.join(" ", words.stream().sorted().toList());
    }

    @Override
    public String prompt() {
        return "Go from " + start + " to " + goal
                + " in as few steps as possible, changing one letter in each step. Use"
                + " only these words: " + String.join(", ", words) + ". Answer with all words of the ladder from "
                + start
                + " to " + goal + ", with spaces between them.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("words", String.join(" ", words))
                .put("start", start)
                .put("goal", goal)
                .put("moves", mostMoves);
    }

    /** How many letters differ from the goal. */
    @Override
    public int glance(String state) {
        int different = 0;
        for (int i = 0; i < state.length(); i++) {
            different += state.charAt(i) == goal.charAt(i) ? 0 : 1;
        }
        return different;
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("letters", start.length());
        axes.put("words", words.size());
        return axes;
    }
}
