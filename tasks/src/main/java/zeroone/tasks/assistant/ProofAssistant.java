package zeroone.tasks.assistant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;

/**
 * Has a proof checked by a proof assistant. The reference data hold the text "statement", what is to be proved, and may hold
 * "imports", a list of libraries out of {@link Language}'s; the answer is the body of the proof alone, as tactics. It is right
 * if the assistant accepts statement and proof and then reports that the theorem rests on no further axioms.
 */
public final class ProofAssistant implements Verifier {
    private static final int LONGEST_STATEMENT = 5000;
    private static final int LONGEST_REASON = 300;
    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?=\\s|$)");

    private final Language language;
    private final Path program;
    private final ContainedRun runs;
    private final Duration limit;

    /**
     * @param program the assistant's program, see {@link Language#installed}
     * @param runs where it runs
     * @param limit how long one proof may take; longer is wrong, so problems should say it
     */
    public ProofAssistant(Language language, Path program, ContainedRun runs, Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("the time limit of a proof must be positive: " + limit);
        }
        if (!program.isAbsolute()) {
            throw new IllegalArgumentException("the program of a proof assistant must be an absolute path: " + program);
        }
        this.language = language;
        this.program = program;
        this.runs = runs;
        this.limit = limit;
    }

    /**
     * The assistant that is installed, tried out.
     *
     * @throws IllegalStateException if it is not installed, or where it runs does not tell a proof from what is none
     */
    public static ProofAssistant open(Language language, ContainedRun runs, Duration limit) {
        Path program = language.installed()
                .orElseThrow(() -> new IllegalStateException(language
                        + " is not installed in any of the usual places; install it or leave its problems out"));
        ProofAssistant assistant = new ProofAssistant(language, program, runs, limit);
        ContainedRun.Result proof = assistant.run(language.file("True", List.of(), language.triviality()));
        ContainedRun.Result none = assistant.run(language.file("False", List.of(), language.triviality()));
        if (!language.accepts(proof) || language.accepts(none)) {
            throw new IllegalStateException(language + " at " + program
                    + " does not accept a proof of True, or it accepts one of False: " + reason(proof));
        }
        return assistant;
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        String statement = statement(problem.data());
        List<String> imports = imports(language, problem.data());
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        String proof = answer.strip();
        Optional<String> refusal = language.refusal(proof);
        if (refusal.isPresent()) {
            return Verdict.incorrect(refusal.get());
        }
        ContainedRun.Result result = run(language.file(statement, imports, proof));
        if (!result.ended()) {
            return Verdict.incorrect("was not checked within " + limit.toMillis() + " ms and the other limits");
        }
        if (result.exitCode() != 0) {
            return Verdict.incorrect("is not accepted: " + reason(result));
        }
        return language.accepts(result)
                ? Verdict.CORRECT
                : Verdict.incorrect("rests on axioms: " + shortened(result.output()));
    }

    private ContainedRun.Result run(String file) {
        try {
            return runs.run(language.command(program), language.fileName(), file, limit);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("checking a proof was interrupted", interruption);
        }
    }

    /**
     * Refuses reference data that no proof could be judged with.
     *
     * @throws IllegalArgumentException if a field is missing or holds nothing of use; the message says which and why
     */
    static void check(Language language, ObjectNode data) {
        statement(data);
        imports(language, data);
    }

    private static String statement(ObjectNode data) {
        JsonNode node = data.get("statement");
        if (node == null
                || !node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > LONGEST_STATEMENT) {
            throw new IllegalArgumentException(
                    "\"statement\" must be a text of 1 to " + LONGEST_STATEMENT + " characters, not " + node);
        }
        if (SENTENCE_END.matcher(node.stringValue()).find()) {
            throw new IllegalArgumentException(
                    "\"statement\" must be one statement, without a full stop behind it: " + node);
        }
        return node.stringValue();
    }

    private static List<String> imports(Language language, ObjectNode data) {
        JsonNode node = data.get("imports");
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof ArrayNode list)) {
            throw new IllegalArgumentException("\"imports\" must be a list of libraries, not " + node);
        }
        List<String> imports = new ArrayList<>();
        for (JsonNode element : list) {
            String name = element.asString("");
            if (!language.libraries().contains(name)) {
                throw new IllegalArgumentException(
                        "every import must be one of " + language.libraries() + ", not \"" + name + "\"");
            }
            imports.add(name);
        }
        return imports;
    }

    private static String reason(ContainedRun.Result result) {
        return shortened(result.errors().isBlank() ? result.output() : result.errors());
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
