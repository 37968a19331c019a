package zeroone.tasks.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.catalog.NamedVerifiers;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxUnavailable;

class CoqQuestionTest {
    private static final String STATEMENT = "forall n : nat, n + 0 = n";

    /** Each is refused before it runs, or by Coq. */
    private static final List<String> CHEATS = List.of(
            "Admitted.",
            "admit.",
            "give_up.",
            "idtac. Admitted. Theorem other : True. Proof. exact I.",
            "exact I. Qed. Theorem goal2 : True. Proof. exact I.",
            "Axiom cheat : False. destruct cheat.",
            "Unset Guard Checking. fix goal_again 1. exact goal_again.",
            "fix goal_again 1. exact goal_again.",
            "#[bypass_check(guard)] fix goal_again 1. exact goal_again.",
            "Declare ML Module \"x\". trivial.",
            "native_compute. reflexivity.",
            "native_cast_no_check (eq_refl 0).",
            "vm_cast_no_check (eq_refl 0).",
            "exact_no_check I.",
            "change True. exact I.",
            "clear. exact I.",
            "Redirect \"/tmp/x\" Print nat. trivial.",
            "let x := constr:(I) in exact x.");

    private final CoqQuestion coq = new CoqQuestion();

    @Test
    void problem_files_can_ask_for_it_by_name() {
        assertThat(NamedVerifiers.named("coq").fields()).containsExactly("statement", "imports");
        ObjectNode data = problem(STATEMENT, "Arith").data().put("question", "Prove that 0 is neutral.");
        coq.check(data);
        assertThat(coq.prompt(data))
                .startsWith("Prove that 0 is neutral.\n\nFrom Coq Require Import Arith.\nTheorem goal : " + STATEMENT
                        + ".\n\nAnswer with the tactics");
    }

    @Test
    void statements_that_are_more_than_one_are_refused() {
        assertThatThrownBy(() -> coq.check(problem("True. Axiom cheat : False").data()))
                .hasMessageContaining("must be one statement");
        assertThatThrownBy(() -> coq.check(problem(STATEMENT, "Reals").data()))
                .hasMessageContaining("every import must be one of");
        assertThatThrownBy(() -> coq.check(JsonNodeFactory.instance.objectNode()))
                .hasMessageContaining("\"statement\" must be");
    }

    /** The name of a test says what was tried: the program itself, or that there is no verdict without it. */
    @TestFactory
    Stream<DynamicTest> proofs_are_judged_by_coq_in_the_sandbox_or_not_at_all() throws InterruptedException {
        boolean contained = true;
        try {
            Sandbox.open();
        } catch (SandboxUnavailable refusal) {
            contained = false;
        }
        // Only what lies below /usr is seen in the sandbox.
        if (Language.COQ.installed().filter(path -> path.startsWith("/usr")).isEmpty() || !contained) {
            return Stream.of(dynamicTest(
                    "without Coq, or without a sandbox, no proof gets a verdict",
                    () -> assertThatThrownBy(() -> coq.verify(problem("True"), "exact I."))
                            .isInstanceOfAny(IllegalStateException.class, SandboxUnavailable.class)));
        }
        Stream<DynamicTest> right = Stream.of(
                dynamicTest(
                        "a proof by induction is right",
                        () -> assertThat(
                                        coq.verify(
                                                problem(STATEMENT),
                                                "intros n. induction n as [|n IH].\n- reflexivity.\n- simpl. rewrite IH. reflexivity."))
                                .isEqualTo(Verdict.CORRECT)),
                dynamicTest(
                        "a proof with libraries is right",
                        () -> assertThat(coq.verify(
                                        problem("forall a b : nat, a < b -> a + 1 <= b", "Lia"), "intros. lia."))
                                .isEqualTo(Verdict.CORRECT)));
        Stream<DynamicTest> wrong = CHEATS.stream()
                .map(cheat -> dynamicTest(
                        "\"" + cheat + "\" is wrong",
                        () -> assertThat(coq.verify(problem("0 = 1"), cheat)).isInstanceOf(Verdict.Incorrect.class)));
        return Stream.concat(right, wrong);
    }

    private static Problem problem(String statement, String... imports) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("statement", statement);
        for (String library : imports) {
            data.withArray("imports").add(library);
        }
        return new Problem("question", statement, "Prove " + statement, data);
    }
}
