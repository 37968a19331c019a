package zeroone.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;

/** Judges chains of equal terms a second time, by the equations that the prompt states. */
final class PlainRewriting {
    private static final Pattern LINE = Pattern.compile("= ([^=\\[\\]]+)\\[([A-Z][0-9]{1,2})]");
    private static final Pattern EQUATION = Pattern.compile("([A-Z][0-9]+): ([^;=]+) = ([^;=.]+)");

    private PlainRewriting() {}

    /** A letter, a constant, or a symbol with operands. */
    private record Tree(char symbol, List<Tree> operands) {}

    static boolean proves(Problem problem, String answer) {
        Map<String, Tree[]> equations = new HashMap<>();
        String prompt = problem.prompt();
        Matcher stated = EQUATION.matcher(prompt.substring(prompt.indexOf("any terms: "), prompt.indexOf(". Answer")));
        while (stated.find()) {
            equations.put(stated.group(1), new Tree[] {tree(stated.group(2)), tree(stated.group(3))});
        }
        String[] lines = answer.strip().split("\n", -1);
        try {
            Tree current = tree(lines[0].strip());
            boolean right = current.equals(tree(problem.data().get("left").stringValue()));
            for (int i = 1; i < lines.length && right; i++) {
                Matcher line = LINE.matcher(lines[i].strip());
                if (!line.matches() || !equations.containsKey(line.group(2))) {
                    return false;
                }
                Tree next = tree(line.group(1));
                Tree[] sides = equations.getOrDefault(line.group(2), new Tree[2]);
                right = !current.equals(next)
                        && (anywhere(current, next, sides[0], sides[1]) || anywhere(current, next, sides[1], sides[0]));
                current = next;
            }
            return right && current.equals(tree(problem.data().get("right").stringValue()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Whether one place of the first term is a case of one side, and the second term has the other side's case there. */
    private static boolean anywhere(Tree from, Tree to, Tree before, Tree after) {
        Map<Character, Tree> letters = new HashMap<>();
        if (fits(before, from, letters) && fits(after, to, letters)) {
            return true;
        }
        if (from.symbol != to.symbol || from.operands.size() != to.operands.size()) {
            return false;
        }
        for (int i = 0; i < from.operands.size(); i++) {
            List<Tree> exchanged = new ArrayList<>(from.operands);
            exchanged.set(i, to.operands.get(i));
            if (exchanged.equals(to.operands) && anywhere(from.operands.get(i), to.operands.get(i), before, after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(Tree pattern, Tree term, Map<Character, Tree> letters) {
        if (pattern.symbol >= 'x' && pattern.symbol <= 'z') {
            letters.putIfAbsent(pattern.symbol, term);
            return term.equals(letters.get(pattern.symbol));
        }
        boolean fits = pattern.symbol == term.symbol && pattern.operands.size() == term.operands.size();
        for (int i = 0; i < pattern.operands.size() && fits; i++) {
            fits = fits(pattern.operands.get(i), term.operands.get(i), letters);
        }
        return fits;
    }

    /** By peeling: brackets around everything, an operator outside all brackets, a function. */
    private static Tree tree(String spaced) {
        String text = spaced.replace(" ", "");
        if (text.matches("[01ea-du-z]")) {
            return new Tree(text.charAt(0), List.of());
        }
        if (text.length() > 600) {
            throw new IllegalArgumentException("too long");
        }
        int depth = 0;
        List<Integer> operators = new ArrayList<>();
        boolean whole = true; // one pair of brackets closes at the end only
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            whole &= depth > 0 || i == text.length() - 1 || (i == 0 && text.matches("[Si]\\(.*"));
            if (depth == 0 && "+*".indexOf(text.charAt(i)) >= 0) {
                operators.add(i);
            }
        }
        if (operators.size() == 1) {
            int operator = operators.getFirst();
            return new Tree(
                    text.charAt(operator),
                    List.of(tree(text.substring(0, operator)), tree(text.substring(operator + 1))));
        }
        if (depth == 0 && whole && operators.isEmpty() && text.matches("[Si]?\\(.+\\)")) {
            Tree inner = tree(text.substring(text.indexOf('(') + 1, text.length() - 1));
            return text.charAt(0) == '(' ? inner : new Tree(text.charAt(0), List.of(inner));
        }
        throw new IllegalArgumentException("no term: " + text);
    }
}
