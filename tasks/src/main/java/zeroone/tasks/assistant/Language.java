package zeroone.tasks.assistant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The proof assistants that are understood: how a statement with a proof becomes a file, and what a good end looks like. */
public enum Language {
    /** Coq, with proofs by tactics. */
    COQ(
            "goal.v",
            List.of("/usr/bin/coqtop", "/usr/local/bin/coqtop"),
            // Its plug-ins are found by a file in /etc, which a contained program does not see, or by these variables.
            List.of("/usr/bin/env", "OCAMLFIND_CONF=/dev/null", "OCAMLPATH=/usr/lib/ocaml", Start.PROGRAM),
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
            List.of(Start.PROGRAM),
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

    /** A holder, since constants of an enum cannot be used by its values' constructors. */
    private static final class Start {
        static final String PROGRAM = "{program}";
    }

    private final String fileName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> places;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> start;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> arguments;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> libraries;

    Language(String fileName, List<String> places, List<String> start, List<String> arguments, List<String> libraries) {
        this.fileName = fileName;
        this.places = places;
        this.start = start;
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

    /** The command that has the file checked by the program. */
    List<String> command(Path program) {
        return Stream.concat(start.stream(), arguments.stream())
                .map(argument -> argument.equals(Start.PROGRAM) ? program.toString() : argument)
                .toList();
    }

    /** What a problem may import: libraries without axioms that proofs need. */
    List<String> libraries() {
        return libraries;
    }

    /** A proof of True, and of nothing that is not as simple. */
    String triviality() {
        return switch (this) {
            case COQ -> "exact I.";
            case LEAN -> "exact True.intro";
        };
    }

    /** Whether a run accepted its file, with a theorem that rests on nothing. */
    boolean accepts(ContainedRun.Result result) {
        return result.ended() && result.exitCode() == 0 && isClosed(result.output());
    }

    abstract String file(String statement, List<String> imports, String proof);

    /** Why a proof is not even tried; empty if it may be. */
    abstract Optional<String> refusal(String proof);

    /** Whether the output ends with the report that the theorem rests on no axioms of anybody's own. */
    abstract boolean isClosed(String output);
}
