package zeroone.tasks.assistant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proof assistants that are understood: how a statement with a proof becomes a file, and what a good end looks like. */
public enum Language {
    /** Coq, with proofs by tactics. */
    COQ(
            "goal.v",
            List.of("/usr/bin/coqtop", "/usr/local/bin/coqtop"),
            List.of("-q", "-batch", "-l", ContainedRun.FILE),
            List.of("Arith", "Bool", "Lia", "List", "Ring", "ZArith")) {
        @Override
        String file(String statement, List<String> imports, String proof) {
            StringBuilder file = new StringBuilder();
            imports.forEach(library ->
                    file.append("From Coq Require Import ").append(library).append(".\n"));
            return file + "Theorem goal : " + statement + ".\nProof.\n" + proof + "\nQed.\nPrint Assumptions goal.\n";
        }

        @Override
        Optional<String> refusal(String proof) {
            return CoqScript.refusal(proof);
        }

        @Override
        boolean isClosed(String output) {
            List<String> lines = output.strip().lines().toList();
            return !lines.isEmpty()
                    && lines.getLast().equals("Closed under the global context")
                    && lines.stream().noneMatch(line -> line.startsWith("Axioms:"));
        }
    },

    /** Lean 4 without libraries, with proofs by tactics. */
    LEAN(
            "goal.lean",
            List.of("/usr/bin/lean", "/usr/local/bin/lean", "/opt/lean/bin/lean"),
            List.of(ContainedRun.FILE),
            List.of()) {
        @Override
        String file(String statement, List<String> imports, String proof) {
            return "theorem goal : " + statement + " := by\n" + proof.indent(2) + "\n#print axioms goal\n";
        }

        @Override
        Optional<String> refusal(String proof) {
            return LeanScript.refusal(proof);
        }

        @Override
        boolean isClosed(String output) {
            return output.strip()
                    .lines()
                    .reduce((first, second) -> second)
                    .filter(LEAN_CLOSED.asMatchPredicate())
                    .isPresent();
        }
    };

    private static final Pattern LEAN_CLOSED = Pattern.compile("'goal' (?:does not depend on any axioms"
            + "|depends on axioms: \\[(?:(?:propext|Classical\\.choice|Quot\\.sound)(?:, )?)+\\])");

    private final String fileName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> places;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> arguments;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> libraries;

    Language(String fileName, List<String> places, List<String> arguments, List<String> libraries) {
        this.fileName = fileName;
        this.places = places;
        this.arguments = arguments;
        this.libraries = libraries;
    }

    /** Where the assistant is installed; empty if it is not. */
    public Optional<Path> installed() {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    String fileName() {
        return fileName;
    }

    List<String> arguments() {
        return arguments;
    }

    /** What a problem may import: libraries without axioms that proofs need. */
    List<String> libraries() {
        return libraries;
    }

    abstract String file(String statement, List<String> imports, String proof);

    /** Why a proof is not even tried; empty if it may be. */
    abstract Optional<String> refusal(String proof);

    /** Whether the output ends with the report that the theorem rests on no axioms of anybody's own. */
    abstract boolean isClosed(String output);
}
