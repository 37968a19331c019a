package zeroone.tasks.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Notes;
import zeroone.tasks.rewriting.EquationalProof.Goal;
import zeroone.text.CounterRandom;

class EquationalProofTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GROUP; a * (i(a) * b); b; a * (i(a) * b) / = (a * i(a)) * b [G5] / = e * b [G4] / = b [G1]",
                "GROUP; a; a * e; a / = a * e [G2]",
                "PEANO; S(0) + S(0); S(S(0)); S(0) + S(0) / = S(S(0) + 0) [A2] / = S(S(0)) [A1]",
                "SEMIRING; (a + b) * c; (a * c) + (b * c); (a + b) * c / = (a * c) + (b * c) [R10]",
            })
    void a_chain_of_single_steps_is_a_proof(Theory theory, String left, String right, String proof) throws Exception {
        assertThat(verdict(theory, left, right, proof)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GROUP; a * b; b * a; a * b / = b * a [G5]",
                "GROUP; a * b; b * a; a * b",
                "GROUP; a * b; b * a; b * a",
                "GROUP; a * b; b * a; a * b / = b * a",
                "GROUP; a; e; a / = a * e [G2] / = e [G1]",
                "GROUP; a; b; a / = b * (i(b) * a) [G10] / = b [G10]",
                "GROUP; i(a) * a; b * i(b); i(a) * a / = b * i(b) [G3]",
                "GROUP; a * (i(a) * b); b; a * (i(a) * b) / = b [G5]",
                "GROUP; a * (i(a) * b); b; a * (i(a) * b) / = a * (i(a) * b) [G5] / = b [G10]",
                "GROUP; (e * a) * (e * b); a * b; (e * a) * (e * b) / = a * b [G1]",
                "GROUP; a; a * e; a / = a * e [G99]",
                "GROUP; a; a * e; a = a * e [G2]",
                "GROUP; a; a * e; a / = a * e [G2] / hence proved",
                "GROUP; a; a * e; Proof: / a / = a * e [G2]",
                "PEANO; 0 + a; a; 0 + a / = a [A1]",
                "PEANO; S(a); a; S(a) / = a [A2]",
                "SEMIRING; a + b; b + a; a + b / = b + a [R3]",
            })
    void anything_else_is_not(Theory theory, String left, String right, String proof) throws Exception {
        assertThat(verdict(theory, left, right, proof)).isInstanceOf(Verdict.Incorrect.class);
    }

    /** Accepted chains are true in a model in which little is equal by chance. */
    @ParameterizedTest
    @EnumSource(Theory.class)
    void whatever_is_accepted_holds_in_a_model(Theory theory) {
        EquationalProof exercise = new EquationalProof("any", theory, 3, 3);
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            RandomGenerator random = CounterRandom.of(21, i).sequence();
            Goal goal = exercise.draw(random);
            String proof = exercise.work(goal, Notes.flawless());
            List<String> lines = new ArrayList<>(List.of(proof.split("\n")));
            for (int j = random.nextInt(2); j >= 0 && lines.size() > 2; j--) {
                int at = random.nextInt(1, lines.size());
                switch (random.nextInt(3)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.set(at, lines.get(random.nextInt(1, lines.size())));
                    default -> lines.set(at, lines.get(at).replaceFirst("[a-c]", "b"));
                }
            }
            try {
                String end = lines.getLast().replaceFirst("^= ", "").replaceFirst(" \\[.*", "");
                Goal claimed = new Goal(goal.left(), TermReader.read(end));
                if (exercise.judge(claimed, String.join("\n", lines)).isCorrect()) {
                    accepted++;
                    assertThat(value(theory, claimed.left()))
                            .as(lines.toString())
                            .isEqualTo(value(theory, claimed.right()));
                }
            } catch (MalformedTerm impossible) {
                throw new AssertionError(impossible);
            }
        }
        assertThat(accepted).isBetween(20, 2990);
    }

    @Test
    void hostile_answers_are_refused_quickly() throws Exception {
        for (String proof : List.of("(".repeat(15_000), "a\n".repeat(8_000), "i(".repeat(250), "= ".repeat(9_000))) {
            assertThat(verdict(Theory.GROUP, "a", "a * e", proof)).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    private static Verdict verdict(Theory theory, String left, String right, String proof) throws MalformedTerm {
        return new EquationalProof("any", theory, 3, 3)
                .judge(new Goal(TermReader.read(left), TermReader.read(right)), proof.replace(" / ", "\n"));
    }

    /** Natural numbers modulo a prime; permutations of five; matrices modulo a prime. */
    private static String value(Theory theory, Term term) {
        return switch (theory) {
            case PEANO -> Long.toString(natural(term));
            case GROUP -> Arrays.toString(permutation(term));
            case SEMIRING -> Arrays.toString(matrix(term));
        };
    }

    private static final int PRIME = 1_000_003;

    private static long natural(Term term) {
        ToLongFunction<Term> value = EquationalProofTest::natural;
        return switch (term) {
            case Term.Letter(char name) -> 1000L * name * name % PRIME;
            case Term.Operation operation -> {
                List<Term> operands = operation.operands();
                yield switch (operation.symbol()) {
                    case '0' -> 0;
                    case 'S' -> (value.applyAsLong(operands.getFirst()) + 1) % PRIME;
                    case '+' -> (value.applyAsLong(operands.get(0)) + value.applyAsLong(operands.get(1))) % PRIME;
                    default -> value.applyAsLong(operands.get(0)) * value.applyAsLong(operands.get(1)) % PRIME;
                };
            }
        };
    }

    private static int[] permutation(Term term) {
        return switch (term) {
            case Term.Letter(char name) ->
                switch (name) {
                    case 'a' -> new int[] {1, 2, 3, 4, 0};
                    case 'b' -> new int[] {1, 0, 2, 3, 4};
                    default -> new int[] {0, 2, 1, 4, 3};
                };
            case Term.Operation operation -> {
                List<Term> operands = operation.operands();
                char symbol = operation.symbol();
                int[] result = {0, 1, 2, 3, 4};
                if (symbol == 'i') {
                    int[] inner = permutation(operands.getFirst());
                    for (int k = 0; k < 5; k++) {
                        result[inner[k]] = k;
                    }
                } else if (symbol == '*') {
                    int[] left = permutation(operands.get(0));
                    int[] right = permutation(operands.get(1));
                    for (int k = 0; k < 5; k++) {
                        result[k] = left[right[k]];
                    }
                }
                yield result;
            }
        };
    }

    private static long[] matrix(Term term) {
        return switch (term) {
            case Term.Letter(char name) -> new long[] {name, 3, name - 90, 5};
            case Term.Operation operation -> {
                List<Term> operands = operation.operands();
                char symbol = operation.symbol();
                if (operands.isEmpty()) {
                    long one = symbol == '1' ? 1 : 0;
                    yield new long[] {one, 0, 0, one};
                }
                long[] a = matrix(operands.get(0));
                long[] b = matrix(operands.get(1));
                long[] result = symbol == '+'
                        ? new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]}
                        : new long[] {
                            a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
                            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]
                        };
                yield Arrays.stream(result).map(entry -> entry % PRIME).toArray();
            }
        };
    }
}
