package zeroone.tasks.mathematics;

/** Looks ahead to tell a bracket that holds a list from one that holds an expression. */
final class Separators {
    private Separators() {}

    /** Whether an opening bracket is here that has a comma directly inside. The scanner stays where it is. */
    static boolean commaInside(Scanner scanner, String open) {
        if (!open.equals("(") && !open.equals("[") && !open.equals("{") && !open.equals("\\langle")) {
            return false;
        }
        int start = scanner.position();
        int depth = 0;
        try {
            if (open.equals("\\langle")) {
                return true;
            }
            while (!scanner.atEnd()) {
                char symbol = scanner.next();
                if (symbol == '(' || symbol == '[' || symbol == '{') {
                    depth++;
                } else if (symbol == ')' || symbol == ']' || symbol == '}') {
                    depth--;
                    if (depth == 0) {
                        return false;
                    }
                } else if (symbol == ',' && depth == 1) {
                    return true;
                }
            }
            return false;
        } finally {
            scanner.backTo(start);
        }
    }
}
