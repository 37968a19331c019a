package zeroone.testkit;

import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.CounterRandom;

class ProofContractTest {
    @Nested
    class EasyDeductions extends ProofContract {
        EasyDeductions() {
            super("natural-deduction-easy");
        }
    }

    @Nested
    class PeanoProofs extends ProofContract {
        PeanoProofs() {
            super("peano-proof-hard");
        }
    }

    @Nested
    class GroupProofs extends ProofContract {
        GroupProofs() {
            super("group-proof-easy");
        }
    }

    @Nested
    class SemiringProofs extends ProofContract {
        SemiringProofs() {
            super("semiring-proof-hard");
        }
    }

    abstract static class ProofContract extends SolvedContract {

        ProofContract(String name) {
            super(name, problem -> proof(name, problem));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(
                    problem.data().has("goal")
                            ? PlainDeduction.proves(problem, answer)
                            : PlainRewriting.proves(problem, answer));
        }

        @Override
        protected boolean mistakesAreFalseEquations() {
            return false;
        }
    }

    /** The first right worked solution: a search finds proofs, and a kernel that knows nothing of it judges them. */
    private static String proof(String name, Problem problem) {
        Task task = Tasks.named(name);
        for (long seed = 0; ; seed++) {
            String answer = task.workedSolutions()
                    .write(problem, CounterRandom.of(seed).sequence())
                    .answer();
            if (task.problems().verifier().verify(problem, answer).isCorrect()) {
                return answer;
            }
        }
    }
}
