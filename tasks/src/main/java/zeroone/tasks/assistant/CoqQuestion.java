package zeroone.tasks.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxUnavailable;

/**
 * "coq": the answer is a proof by tactics of "statement", checked by the Coq that is installed, in the sandbox; see {@link
 * ProofAssistant}. Where Coq is not installed or programs cannot be contained it throws: that says nothing about a proof.
 */
public final class CoqQuestion implements NamedVerifier {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Opened when the first proof comes, so that problems can be read where there is no Coq. */
    private Optional<ProofAssistant> coq = Optional.empty();

    @Override
    public String name() {
        return "coq";
    }

    @Override
    public List<String> fields() {
        return List.of("statement", "imports");
    }

    @Override
    public void check(ObjectNode data) {
        ProofAssistant.check(Language.COQ, data);
    }

    /** The question, and what the file around the answer says. */
    @Override
    public String prompt(ObjectNode data) {
        StringBuilder file = new StringBuilder();
        data.path("imports")
                .forEach(library -> file.append("From Coq Require Import ")
                        .append(library.asString())
                        .append(".\n"));
        return data.path("question").asString() + "\n\n" + file + "Theorem goal : "
                + data.path("statement").asString()
                + ".\n\nAnswer with the tactics between Proof and Qed only, for Coq, without comments.";
    }

    /**
     * @throws SandboxUnavailable if programs cannot be contained here
     * @throws IllegalStateException if Coq is not installed here, or does not work
     */
    @Override
    public Verdict verify(Problem problem, String answer) {
        return answer.isBlank() ? Verdict.NO_ANSWER : coq().verify(problem, answer);
    }

    /** A proof may take its whole time, and the first waits until Coq is tried out. */
    @Override
    public Duration patience() {
        return LIMIT.multipliedBy(4);
    }

    private synchronized ProofAssistant coq() {
        if (coq.isEmpty()) {
            try {
                coq = Optional.of(ProofAssistant.open(Language.COQ, new SandboxedRun(Sandbox.open()), LIMIT));
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("opening the sandbox for Coq was interrupted", interruption);
            }
        }
        return coq.get();
    }
}
