package zeroone.tasks.assistant;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Coq proof may be: sentences that start with a tactic, and bullets. Commands start with a capital letter and are
 * refused, so nothing can be declared, loaded or left open; comments and strings, in which a sentence could hide, too.
 */
final class CoqScript {
    private static final Set<String> FORBIDDEN = Set.of(
            "Abort",
            "Add",
            "Admitted",
            "Axiom",
            "Axioms",
            "Back",
            "Cd",
            "Conjecture",
            "Declare",
            "Defined",
            "Drop",
            "Export",
            "Extraction",
            "External",
            "Hypotheses",
            "Hypothesis",
            "Import",
            "Instance",
            "Load",
            "Ltac",
            "ML",
            "Module",
            "Notation",
            "Obligation",
            "Parameter",
            "Parameters",
            "Primitive",
            "Qed",
            "Quit",
            "Redirect",
            "Register",
            "Require",
            "Reset",
            "Restart",
            "Save",
            "Section",
            "Undo",
            "Unset",
            "Variable",
            "Variables",
            "admit",
            "external",
            "give_up",
            "native_compute",
            "native_cast_no_check");

    /** Bullets, braces and goal selectors before a sentence. */
    private static final Pattern BEFORE = Pattern.compile("(?:\\s|[-+*{}]|(?:all|par|[0-9]{1,3})\\s*:(?!=))*+");

    private static final Pattern END = Pattern.compile("\\.(?=\\s|$)");

    private CoqScript() {}

    static Optional<String> refusal(String proof) {
        Optional<String> refusal = Words.refusal(proof, FORBIDDEN, "\"#`");
        if (refusal.isPresent()) {
            return refusal;
        }
        if (proof.contains("(*") || proof.contains("*)")) {
            return Optional.of("must not contain comments");
        }
        Matcher before = BEFORE.matcher(proof);
        Matcher end = END.matcher(proof);
        int position = 0;
        while (true) {
            before.region(position, proof.length());
            int start = before.lookingAt() ? before.end() : position;
            if (start == proof.length()) {
                return Optional.empty();
            }
            char first = proof.charAt(start);
            if (!(first >= 'a' && first <= 'z') && "([!".indexOf(first) < 0) {
                return Optional.of("must consist of tactics, which start with a small letter; there is \""
                        + proof.substring(start, Math.min(proof.length(), start + 20)) + "\"");
            }
            if (!end.find(start)) {
                return Optional.of("must end with a full stop");
            }
            position = end.end();
        }
    }
}
