package zeroone.tasks.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

class ProofAssistantTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CLOSED = "Closed under the global context\n";
    private static final String STATEMENT = "forall n : nat, n + 0 = n";

    @TempDir
    Path directory;

    @Test
    void statement_and_proof_become_one_file_and_the_statement_is_ours() {
        List<String> files = new ArrayList<>();
        ContainedRun runs = (arguments, name, content, limit) -> {
            assertThat(arguments)
                    .startsWith("/usr/bin/env")
                    .endsWith("/usr/bin/coqtop", "-q", "-batch", "-l", ContainedRun.FILE);
            assertThat(name).isEqualTo("goal.v");
            files.add(content);
            return new ContainedRun.Result(true, 0, CLOSED, "");
        };
        assertThat(coq(runs).verify(problem(STATEMENT, "Arith"), " auto with arith. "))
                .isEqualTo(Verdict.CORRECT);
        assertThat(files).containsExactly("""
                        From Coq Require Import Arith.
                        Theorem goal : forall n : nat, n + 0 = n.
                        Proof.
                        auto with arith.
                        Qed.
                        Print Assumptions goal.
                        """);
    }

    @Test
    void only_an_end_without_axioms_is_right() {
        assertThat(verdict(true, 0, CLOSED)).isEqualTo(Verdict.CORRECT);
        assertThat(verdict(true, 0, "noise\n" + CLOSED)).isEqualTo(Verdict.CORRECT);
        assertThat(verdict(true, 0, "")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verdict(true, 0, "Axioms:\ncheat : False\n"))
                .isEqualTo(Verdict.incorrect("rests on axioms: Axioms: cheat : False"));
        assertThat(verdict(true, 0, "Axioms:\ncheat : False\n" + CLOSED)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verdict(true, 0, CLOSED + "x")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verdict(true, 1, CLOSED)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verdict(false, 0, CLOSED)).isInstanceOf(Verdict.Incorrect.class);
    }

    private static Verdict verdict(boolean ended, int exitCode, String output) {
        return coq((arguments, name, content, limit) -> new ContainedRun.Result(ended, exitCode, output, ""))
                .verify(problem(STATEMENT), "trivial.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Admitted.",
                "admit.",
                "give_up.",
                "trivial. Qed. Axiom cheat : False. Theorem goal2 : False. Proof. exact cheat.",
                "trivial.\nAxiom cheat : False.",
                "trivial.\n- Axiom cheat : False.",
                "1: Parameter x : False.",
                "all: { Load \"x\". }",
                "Require Import Foo. trivial.",
                "From Coq Require Import Reals. trivial.",
                "Redirect \"/tmp/x\" Print nat. trivial.",
                "Declare ML Module foo. trivial.",
                "Unset Guard Checking. trivial.",
                "Set Printing All. trivial.",
                "#[bypass_check(guard)] trivial.",
                "(* Qed. *) trivial.",
                "idtac \"Closed under the global context\".",
                "native_compute.",
                "Time trivial.",
                "trivial",
                "Theorem goal : True.",
                "The proof is trivial.",
                "Proof. trivial. Qed.",
                "trivial. \u0000",
                "Abort.",
                "Undo. Undo.",
                "Cd \"/\".",
                "Extraction nat.",
                "Ltac x := trivial. x.",
            })
    void what_is_more_than_tactics_never_reaches_coq(String proof) {
        ContainedRun never = (arguments, name, content, limit) -> {
            throw new AssertionError("ran " + content);
        };
        assertThat(coq(never).verify(problem(STATEMENT), proof)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sorry",
                "exact sorryAx _",
                "native_decide",
                "trivial\naxiom x : False",
                "run_tac pure ()",
                "set_option x true in trivial",
                "#eval 1",
                "trivial -- comment",
                "/- x -/ trivial",
                "open Foo in trivial",
                "theorem x : True := trivial",
            })
    void what_is_more_than_tactics_never_reaches_lean(String proof) {
        ContainedRun never = (arguments, name, content, limit) -> {
            throw new AssertionError("ran " + content);
        };
        assertThat(new ProofAssistant(Language.LEAN, Path.of("/usr/bin/lean"), never, LIMIT)
                        .verify(problem("1 + 1 = 2"), proof))
                .isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void lean_may_rest_on_its_own_axioms_only() {
        assertThat(Language.LEAN.isClosed("'goal' does not depend on any axioms\n"))
                .isTrue();
        assertThat(Language.LEAN.isClosed("'goal' depends on axioms: [propext, Quot.sound]\n"))
                .isTrue();
        assertThat(Language.LEAN.isClosed("'goal' depends on axioms: [propext, sorryAx]\n"))
                .isFalse();
        assertThat(Language.LEAN.isClosed("'goal' depends on axioms: [cheat]\n"))
                .isFalse();
        assertThat(Language.LEAN.isClosed("")).isFalse();
    }

    /** Where Coq is installed it judges; elsewhere nothing claims that it is. */
    @Test
    void coq_itself_tells_proofs_from_others() {
        Optional<Path> program = Language.COQ.installed();
        if (program.isEmpty()) {
            assertThat(Path.of("/usr/bin/coqtop")).doesNotExist();
            return;
        }
        ProofAssistant coq = ProofAssistant.open(Language.COQ, this::directly, LIMIT);
        assertThat(coq.verify(
                        problem(STATEMENT),
                        "intros n. induction n as [|n IH].\n- reflexivity.\n- simpl. rewrite IH. reflexivity."))
                .isEqualTo(Verdict.CORRECT);
        assertThat(coq.verify(
                        problem("forall a b c : nat, a * (b + c) = a * b + a * c", "Arith", "Ring"), "intros. ring."))
                .isEqualTo(Verdict.CORRECT);
        for (String wrong : List.of(
                "reflexivity.", "intros n.", "intros n. { reflexivity. }", "exact (fun n => eq_refl).", "idtac.")) {
            assertThat(coq.verify(problem(STATEMENT), wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
        assertThat(coq.verify(problem("1 = 2"), "fix goal_again 1.")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(coq.verify(problem("False"), "exact_no_check I.")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(new ProofAssistant(Language.COQ, program.get(), this::directly, Duration.ofSeconds(1))
                        .verify(problem("True"), "do 1000000000 idtac. trivial."))
                .isEqualTo(Verdict.incorrect("was not checked within 1000 ms and the other limits"));
    }

    @Test
    void an_assistant_that_accepts_all_or_nothing_is_not_opened() {
        if (Language.COQ.installed().isEmpty()) {
            assertThatThrownBy(() -> ProofAssistant.open(Language.COQ, this::directly, LIMIT))
                    .hasMessageContaining("is not installed");
            return;
        }
        for (String output : List.of(CLOSED, "")) {
            ContainedRun same = (arguments, name, content, limit) -> new ContainedRun.Result(true, 0, output, "");
            assertThatThrownBy(() -> ProofAssistant.open(Language.COQ, same, LIMIT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not accept a proof of True");
        }
    }

    @Test
    void problems_that_cannot_be_judged_are_refused() {
        ContainedRun never = (arguments, name, content, limit) -> {
            throw new AssertionError("ran " + content);
        };
        assertThatThrownBy(() -> coq(never).verify(problem(" "), "trivial."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"statement\" must be");
        assertThatThrownBy(() -> coq(never).verify(problem(STATEMENT, "Reals"), "trivial."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every import must be one of");
        assertThat(coq(never).verify(problem(STATEMENT), " \n")).isEqualTo(Verdict.NO_ANSWER);
    }

    private static ProofAssistant coq(ContainedRun runs) {
        return new ProofAssistant(Language.COQ, Path.of("/usr/bin/coqtop"), runs, LIMIT);
    }

    private static Problem problem(String statement, String... imports) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("statement", statement);
        for (String library : imports) {
            data.withArray("imports").add(library);
        }
        return new Problem("question", statement, "Prove " + statement, data);
    }

    /** Without a sandbox: for the proofs written in this test only. */
    private ContainedRun.Result directly(List<String> arguments, String name, String content, Duration limit)
            throws InterruptedException {
        try {
            Path file = Files.writeString(directory.resolve(name), content);
            Path output = directory.resolve("output");
            Process process = new ProcessBuilder(arguments.stream()
                            .map(argument -> argument.equals(ContainedRun.FILE) ? file.toString() : argument)
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return new ContainedRun.Result(ended, process.exitValue(), Files.readString(output), "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
