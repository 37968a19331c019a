package zeroone.tasks.mathematics;

import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.mathematics.MathObject.Bracketed;
import zeroone.tasks.mathematics.MathObject.Elements;
import zeroone.tasks.mathematics.MathObject.Infinite;
import zeroone.tasks.mathematics.MathObject.Listing;
import zeroone.tasks.mathematics.MathObject.Matrix;
import zeroone.tasks.mathematics.MathObject.Relation;
import zeroone.tasks.mathematics.MathObject.Single;
import zeroone.tasks.mathematics.MathObject.Union;

/** Reads a whole answer: numbers, lists, sets, pairs, intervals, equations, matrices. */
final class ObjectReader {
    private static final int DEEPEST = 6;
    private static final int MOST_ITEMS = 60;
    private static final List<List<String>> RELATIONS = List.of(
            List.of("<=", "<=", "\\leqslant", "\\leq", "\\le"),
            List.of(">=", ">=", "\\geqslant", "\\geq", "\\ge"),
            List.of("!=", "\\neq", "\\ne"),
            List.of("in", "\\in"),
            List.of("=", "="),
            List.of("<", "<", "\\lt"),
            List.of(">", ">", "\\gt"));

    private final Scanner scanner;

    private ObjectReader(String text) {
        this.scanner = new Scanner(text);
    }

    /**
     * @param text a normalised answer
     * @throws UndecidedException if the text is not one mathematical object and nothing else
     */
    static MathObject read(String text) {
        ObjectReader reader = new ObjectReader(text);
        List<MathObject> items = reader.items(0, true);
        if (!reader.scanner.atEnd()) {
            throw reader.scanner.unexpected("an operator or the end");
        }
        return items.size() == 1 ? items.getFirst() : new Listing(items);
    }

    private List<MathObject> items(int depth, boolean outermost) {
        if (depth > DEEPEST) {
            throw new UndecidedException("has lists more than " + DEEPEST + " deep");
        }
        List<MathObject> items = new ArrayList<>();
        do {
            items.addAll(relation(depth, outermost));
            if (items.size() > MOST_ITEMS) {
                throw new UndecidedException("lists more than " + MOST_ITEMS + " things");
            }
        } while (scanner.take(",") || (outermost && takeWord()));
        return items;
    }

    /** Passes "or" or "and" between answers. */
    private boolean takeWord() {
        for (String word : List.of("or", "and")) {
            if (scanner.word().equals(word)) {
                scanner.pass(word.length());
                return true;
            }
            for (String command : List.of("\\text{ " + word + " }", "\\text{" + word + "}")) {
                if (scanner.isAt(command)) {
                    scanner.pass(command.length());
                    return true;
                }
            }
        }
        return false;
    }

    /** One item; two if it has a ±. */
    private List<MathObject> relation(int depth, boolean thousands) {
        int start = scanner.position();
        MathObject upper = relation(depth, thousands, true);
        if (!scanner.has("\\pm") && !scanner.has("\\mp")) {
            return List.of(upper);
        }
        int end = scanner.position();
        scanner.backTo(start);
        MathObject lower = relation(depth, thousands, false);
        if (scanner.position() != end) {
            throw scanner.unexpected("an operator or the end");
        }
        if (upper.equals(lower)) {
            return List.of(upper);
        }
        if (scanner.count("\\pm", start, end) > 1) {
            throw new UndecidedException("has two \\pm in one value, which can be read in two ways");
        }
        return List.of(upper, lower);
    }

    private MathObject relation(int depth, boolean thousands, boolean upperSign) {
        List<MathObject> sides = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        sides.add(union(depth, thousands, upperSign));
        for (String relation = takeRelation(); !relation.isEmpty(); relation = takeRelation()) {
            relations.add(relation);
            sides.add(union(depth, thousands, upperSign));
        }
        if (relations.isEmpty()) {
            return sides.getFirst();
        }
        if (sides.size() > 4) {
            throw new UndecidedException("has more than three relations in a row");
        }
        return new Relation(sides, relations);
    }

    private String takeRelation() {
        for (List<String> relation : RELATIONS) {
            for (String form : relation.subList(1, relation.size())) {
                if (scanner.take(form)) {
                    return relation.getFirst();
                }
            }
        }
        return "";
    }

    private MathObject union(int depth, boolean thousands, boolean upperSign) {
        List<MathObject> parts = new ArrayList<>();
        do {
            parts.add(part(depth, thousands, upperSign));
        } while (scanner.take("\\cup"));
        return parts.size() == 1 ? parts.getFirst() : new Union(parts);
    }

    private MathObject part(int depth, boolean thousands, boolean upperSign) {
        if (scanner.take("\\emptyset") || scanner.take("\\varnothing")) {
            return new Elements(List.of());
        }
        if (scanner.take("\\{")) {
            List<MathObject> items = scanner.isAt("\\}") ? List.of() : items(depth + 1, false);
            scanner.expect("\\}");
            return new Elements(items);
        }
        for (String kind : List.of("pmatrix", "bmatrix")) {
            if (scanner.take("\\begin{" + kind + "}")) {
                return matrix(kind, depth, upperSign);
            }
        }
        int start = scanner.position();
        int sign = scanner.take("-") ? -1 : scanner.take("+") ? 1 : 1;
        if (scanner.take("\\infty") || takeInfinity()) {
            return new Infinite(sign);
        }
        scanner.backTo(start);
        String open = scanner.isAt("\\langle") ? "\\langle" : String.valueOf(scanner.symbol());
        if (Separators.commaInside(scanner, open)) {
            return bracketed(open, depth, upperSign);
        }
        return new Single(new ExpressionReader(scanner, upperSign).expression(0, thousands));
    }

    private boolean takeInfinity() {
        boolean here = scanner.word().equals("infinity") || scanner.word().equals("inf");
        if (here) {
            scanner.pass(scanner.word().length());
        }
        return here;
    }

    private MathObject bracketed(String open, int depth, boolean upperSign) {
        scanner.expect(open);
        if (open.equals("{")) {
            List<MathObject> items = items(depth + 1, false);
            scanner.expect("}");
            return new Elements(items);
        }
        List<MathObject> places = places(depth + 1, upperSign);
        String close = open.equals("\\langle") ? "\\rangle" : scanner.isAt("]") ? "]" : ")";
        scanner.expect(close);
        return new Bracketed(open, places, close);
    }

    /** What stands in a pair or tuple. A ± there makes two pairs, not two places. */
    private List<MathObject> places(int depth, boolean upperSign) {
        if (depth > DEEPEST) {
            throw new UndecidedException("has lists more than " + DEEPEST + " deep");
        }
        List<MathObject> places = new ArrayList<>();
        do {
            places.add(relation(depth, false, upperSign));
            if (places.size() > MOST_ITEMS) {
                throw new UndecidedException("lists more than " + MOST_ITEMS + " things");
            }
        } while (scanner.take(","));
        return places;
    }

    private MathObject matrix(String kind, int depth, boolean upperSign) {
        List<List<MathObject>> rows = new ArrayList<>();
        do {
            List<MathObject> row = new ArrayList<>();
            do {
                row.add(part(depth + 1, false, upperSign));
            } while (scanner.take("&"));
            rows.add(row);
            if (rows.size() > MOST_ITEMS || row.size() > MOST_ITEMS) {
                throw new UndecidedException("has a matrix that is too large");
            }
        } while (scanner.take("\\\\"));
        scanner.expect("\\end{" + kind + "}");
        return new Matrix(rows);
    }
}
