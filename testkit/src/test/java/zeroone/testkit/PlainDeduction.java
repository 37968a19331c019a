package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;

/** Judges natural deductions a second time, on formulas written with brackets around every operation. */
final class PlainDeduction {
    private static final Pattern LINE = Pattern.compile(
            "([1-9][0-9]{0,2})\\. *((?:\\| *){0,20})([^\\[\\]|]{1,400})\\[([^ \\]]{1,10})((?: +[0-9]{1,3}(?:-[0-9]{1,3})?){0,3}) *]");

    private final List<String> formulas = new ArrayList<>();

    /** For each line where the boxes begin that it is in; an assumption is in its own. */
    private final List<List<Integer>> boxes = new ArrayList<>();

    private final List<Integer> assumptions = new ArrayList<>();
    private List<Integer> open = List.of();

    private PlainDeduction() {}

    static boolean proves(Problem problem, String answer) {
        List<String> premises = new ArrayList<>();
        for (JsonNode premise : problem.data().path("premises")) {
            premises.add(bracketed(premise.stringValue()));
        }
        PlainDeduction proof = new PlainDeduction();
        try {
            for (String line : answer.strip().split("\n", -1)) {
                if (!line.isBlank() && !proof.accepts(line.strip(), premises)) {
                    return false;
                }
            }
            return !proof.formulas.isEmpty()
                    && proof.open.isEmpty()
                    && proof.formulas
                            .getLast()
                            .equals(bracketed(problem.data().get("goal").stringValue()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean accepts(String text, List<String> premises) {
        Matcher line = LINE.matcher(text);
        int number = formulas.size() + 1;
        if (!line.matches() || Integer.parseInt(line.group(1)) != number) {
            return false;
        }
        String rule = line.group(4);
        String made = bracketed(line.group(3).strip());
        int bars = line.group(2).replace(" ", "").length();
        int kept = rule.equals("assume") ? bars - 1 : bars;
        if (kept < 0 || kept > open.size()) {
            return false;
        }
        List<Integer> inside = new ArrayList<>(open.subList(0, kept));
        if (rule.equals("assume")) {
            inside.add(number);
            assumptions.add(number);
        }
        open = inside;
        formulas.add(made);
        boxes.add(inside);
        List<int[]> used = new ArrayList<>();
        for (String reference : line.group(5).strip().split(" +", -1)) {
            if (!reference.isEmpty()) {
                String[] ends = reference.split("-", -1);
                used.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])});
            }
        }
        return follows(rule, made, used, premises);
    }

    private boolean follows(String rule, String made, List<int[]> used, List<String> premises) {
        List<String> lines = new ArrayList<>(); // what is referred to, "" for what may not be
        List<String> closed = new ArrayList<>(); // of boxes, "assumption : conclusion"
        for (int[] reference : used) {
            lines.add(line(reference));
            closed.add(box(reference));
        }
        String a = lines.isEmpty() ? "" : lines.get(0);
        String b = lines.size() < 2 ? "" : lines.get(1);
        boolean one = used.size() == 1 && !a.isEmpty();
        boolean two = used.size() == 2 && !a.isEmpty() && !b.isEmpty();
        String box = used.size() == 1 ? closed.getFirst() : "";
        return switch (rule) {
            case "premise" -> used.isEmpty() && premises.contains(made);
            case "assume" -> used.isEmpty();
            case "rep" -> one && made.equals(a);
            case "&i" -> two && made.equals("(" + a + "&" + b + ")");
            case "&e" -> one && (isPart(a, made, "&", true) || isPart(a, made, "&", false));
            case "vi" -> one && (isPart(made, a, "v", true) || isPart(made, a, "v", false));
            case "ve" ->
                used.size() == 3
                        && closed.get(1).endsWith(" : " + made)
                        && closed.get(2).endsWith(" : " + made)
                        && a.equals("(" + closed.get(1).split(" : ")[0] + "v"
                                + closed.get(2).split(" : ")[0] + ")");
            case "->i" -> !box.isEmpty() && made.equals("(" + box.replace(" : ", ">") + ")");
            case "->e" -> two && (a.equals("(" + b + ">" + made + ")") || b.equals("(" + a + ">" + made + ")"));
            case "~i" -> box.endsWith(" : #") && made.equals("~" + box.split(" : ")[0]);
            case "~e" -> two && made.equals("#") && (a.equals("~" + b) || b.equals("~" + a));
            case "#e" -> one && a.equals("#");
            case "~~e" -> one && a.equals("~~" + made);
            default -> false;
        };
    }

    private static boolean isPart(String whole, String part, String operator, boolean first) {
        if (!whole.startsWith("(")) {
            return false;
        }
        int middle = first ? 1 + part.length() : whole.length() - 2 - part.length();
        if (middle < 2 || middle >= whole.length() - 1 || !whole.startsWith(operator, middle)) {
            return false;
        }
        String left = whole.substring(1, middle);
        String right = whole.substring(middle + 1, whole.length() - 1);
        // The operator must be the outermost one: both parts have as many opening as closing brackets.
        return part.equals(first ? left : right) && balanced(left) && balanced(right);
    }

    private static boolean balanced(String text) {
        return text.replace("(", "").length() == text.replace(")", "").length();
    }

    /** The formula of an earlier line in the boxes that are open; empty if it is none. */
    private String line(int[] reference) {
        int line = reference[0];
        boolean usable =
                line == reference[1] && line >= 1 && line < formulas.size() && starts(open, boxes.get(line - 1));
        return usable ? formulas.get(line - 1) : "";
    }

    /** What a box shows that was closed right here; empty if there is no such box. */
    private String box(int[] reference) {
        int first = reference[0];
        int last = reference[1];
        if (last < first || last >= formulas.size() || !assumptions.contains(first)) {
            return "";
        }
        List<Integer> inside = boxes.get(first - 1);
        boolean closed = boxes.get(last - 1).equals(inside)
                && open.equals(inside.subList(0, inside.size() - 1))
                && !starts(boxes.get(last), inside);
        return closed ? formulas.get(first - 1) + " : " + formulas.get(last - 1) : "";
    }

    private static boolean starts(List<Integer> longer, List<Integer> shorter) {
        return longer.size() >= shorter.size()
                && longer.subList(0, shorter.size()).equals(shorter);
    }

    /** The formula with brackets around every operation of two parts, and ">" for "->". */
    private static String bracketed(String formula) {
        String text = formula.replace(" ", "");
        if (text.replace("->", "").contains(">")) {
            throw new IllegalArgumentException("no formula: " + formula);
        }
        return part(text.replace("->", ">"));
    }

    private static String part(String text) {
        if (text.matches("[p-u#]")) {
            return text;
        }
        int depth = 0;
        List<Integer> operators = new ArrayList<>();
        int closes = -1; // where the first bracket closes
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && "&v>".indexOf(text.charAt(i)) >= 0) {
                operators.add(i);
            }
            closes = depth == 0 && closes < 0 ? i : closes;
        }
        if (operators.size() == 1) {
            int at = operators.getFirst();
            return "(" + part(text.substring(0, at)) + text.charAt(at) + part(text.substring(at + 1)) + ")";
        }
        if (operators.isEmpty() && text.startsWith("~")) {
            return "~" + part(text.substring(1));
        }
        if (text.startsWith("(") && closes == text.length() - 1) {
            return part(text.substring(1, text.length() - 1));
        }
        throw new IllegalArgumentException("no formula: " + text);
    }
}
