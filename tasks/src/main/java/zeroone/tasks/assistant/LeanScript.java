package zeroone.tasks.assistant;

import java.util.Optional;
import java.util.Set;

/** What a Lean proof may be: tactics, without words that start commands, run programs or trust what is not proved. */
final class LeanScript {
    private static final Set<String> FORBIDDEN = Set.of(
            "abbrev",
            "add_decl_doc",
            "attribute",
            "axiom",
            "builtin_initialize",
            "class",
            "constant",
            "declare_syntax_cat",
            "def",
            "deriving",
            "elab",
            "elab_rules",
            "end",
            "eval",
            "example",
            "export",
            "extern",
            "implemented_by",
            "import",
            "inductive",
            "infix",
            "infixl",
            "infixr",
            "initialize",
            "instance",
            "lemma",
            "local",
            "macro",
            "macro_rules",
            "mutual",
            "namespace",
            "native_decide",
            "notation",
            "noncomputable",
            "ofReduceBool",
            "ofReduceNat",
            "opaque",
            "open",
            "partial",
            "postfix",
            "prefix",
            "private",
            "protected",
            "reduceBool",
            "reduceNat",
            "run_cmd",
            "run_elab",
            "run_meta",
            "run_tac",
            "scoped",
            "section",
            "set_option",
            "skip_kernel",
            "sorry",
            "sorryAx",
            "admit",
            "structure",
            "syntax",
            "theorem",
            "universe",
            "unsafe",
            "unsafe_term",
            "variable");

    private LeanScript() {}

    static Optional<String> refusal(String proof) {
        Optional<String> refusal = Words.refusal(proof, FORBIDDEN, "#\"`«»@!");
        if (refusal.isPresent()) {
            return refusal;
        }
        return proof.contains("/-") || proof.contains("--")
                ? Optional.of("must not contain comments")
                : Optional.empty();
    }
}
