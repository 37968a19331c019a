package zeroone.tasks.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.deduction.Line.Reference;
import zeroone.text.CounterRandom;

class KernelTest {
    private static final Deduction ANY = new Deduction("any", 4, 2, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "p, p -> q; q; 1. p [premise] / 2. p -> q [premise] / 3. q [->e 1 2]",
                "p & q; q & p; 1. p & q [premise] / 2. p [&e 1] / 3. q [&e 1] / 4. q & p [&i 3 2]",
                "''; p -> p; 1. | p [assume] / 2. p -> p [->i 1-1]",
                "''; p -> (q -> p); 1. | p [assume] / 2. | | q [assume] / 3. | | p [rep 1] / 4. | q -> p [->i 2-3] / 5. p -> (q -> p) [->i 1-4]",
                "p v q, ~p; q; 1. p v q [premise] / 2. ~p [premise] / 3. | p [assume] / 4. | # [~e 3 2] / 5. | q [#e 4] / 6. | q [assume] / 7. q [ve 1 3-5 6-6]",
                "~~p; p; 1. ~~p [premise] / 2. p [~~e 1]",
                "p; p v q; 1. p [premise] / 2. p v q [vi 1]",
                "p, ~p; r; 1. p [premise] / 2. ~p [premise] / 3. # [~e 1 2] / 4. r [#e 3]",
                "''; p v ~p; 1. | ~(p v ~p) [assume] / 2. | | p [assume] / 3. | | p v ~p [vi 2] / 4. | | # [~e 3 1] / 5. | ~p [~i 2-4] / 6. | p v ~p [vi 5] / 7. | # [~e 6 1] / 8. ~~(p v ~p) [~i 1-7] / 9. p v ~p [~~e 8]",
            })
    void a_proof_is_a_proof(String premises, String goal, String proof) {
        assertThat(verdict(premises, goal, proof)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "p; q; 1. q [premise]",
                "p; q; 1. p [premise]",
                "p; q; 1. | q [assume]",
                "p; q; 1. | q [assume] / 2. q [rep 1]",
                "p; q; 1. p [premise] / 2. q [rep 1]",
                "p; q; 1. q [rep 1]",
                "p; q; 1. q [rep 2] / 2. q [rep 1]",
                "p; q; 1. q [rep 0]",
                "p; q; 1. p [premise] / 2. | q [assume] / 3. | q [rep 2] / 4. q [rep 3]",
                "p -> q; q; 1. p -> q [premise] / 2. | p [assume] / 3. | q [->e 1 2] / 4. q [rep 3]",
                "p -> q; q; 1. p -> q [premise] / 2. | p [assume] / 3. q [->e 1 2]",
                "p -> q, q; p; 1. p -> q [premise] / 2. q [premise] / 3. p [->e 1 2]",
                "p v q; p; 1. p v q [premise] / 2. p [&e 1]",
                "p v q; p; 1. p v q [premise] / 2. | p [assume] / 3. | p [rep 2] / 4. | q [assume] / 5. p [ve 1 2-3 4-4]",
                "p v q; p; 1. p v q [premise] / 2. | p [assume] / 3. p [ve 1 2-2 2-2]",
                "''; p; 1. | ~p [assume] / 2. ~~p [~i 1-1] / 3. p [~~e 2]",
                "''; ~p; 1. | p [assume] / 2. | | # [assume] / 3. ~p [~i 1-2]",
                "''; p -> q; 1. | p [assume] / 2. | | q [assume] / 3. p -> q [->i 1-2]",
                "''; q -> p; 1. | p [assume] / 2. | q [assume] / 3. q -> p [->i 1-2]",
                "''; q -> p; 1. | p [assume] / 2. q -> p [->i 2-1]",
                "p; p & p; 1. p [premise] / 3. p & p [&i 1 1]",
                "p; p & p; 1. p [premise] / 1. p & p [&i 1 1]",
                "p; p & p; 1. p [premise] / 2. p & p [&i 1]",
                "p; p & p; 1. p [premise] / 2. p & p [&i 1 1 1]",
                "p; p & p; 1. p [premise] / 2. | | p & p [&i 1 1]",
                "p; p & p; 1. p [premise] / 2. p & p",
                "p; p & p; 1. p [premise] / 2. p & p [&i 1 1] done",
                "p; p & p; 1. p [premise] / 2. p & p [magic 1]",
                "p; p & p; 1. p [premise] / 2. p & p [&i 1 1] / 3. p [rep 1]",
                "p; p & p; 1. p [premise] / 2. | p & p [&i 1 1]",
                "p; p & p; Here is the proof: / 1. p [premise] / 2. p & p [&i 1 1]",
                "p; p & p; yes",
                "p; ~~q; 1. p [premise] / 2. ~~q [~~e 1]",
            })
    void anything_else_is_not(String premises, String goal, String proof) {
        assertThat(verdict(premises, goal, proof)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void whatever_the_kernel_accepts_is_true() {
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            RandomGenerator random = CounterRandom.of(11, i).sequence();
            Sequent sequent = ANY.draw(random);
            List<Line> proof =
                    Prover.prove(sequent, 500).map(Prover.Found::proof).orElse(List.of());
            if (proof.isEmpty()) {
                continue;
            }
            List<Line> changed = changed(proof, random);
            Sequent claimed = new Sequent(sequent.premises(), changed.getLast().proposition());
            if (Kernel.fault(claimed, changed).isEmpty()) {
                accepted++;
                assertThat(claimed.isValid())
                        .as("case %s: %s %s", i, claimed.text(), changed)
                        .isTrue();
            }
        }
        assertThat(accepted).isBetween(500, 19_000);
    }

    private static List<Line> changed(List<Line> proof, RandomGenerator random) {
        List<Line> changed = new ArrayList<>(proof);
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            int at = random.nextInt(changed.size());
            Line line = changed.get(at);
            Line other = changed.get(random.nextInt(changed.size()));
            List<Reference> references = new ArrayList<>(line.references());
            if (!references.isEmpty()) {
                int first = random.nextInt(1, changed.size() + 1);
                references.set(
                        random.nextInt(references.size()),
                        random.nextBoolean()
                                ? Reference.to(first)
                                : new Reference(first, random.nextInt(1, changed.size() + 1)));
            }
            changed.set(
                    at,
                    switch (random.nextInt(4)) {
                        case 0 ->
                            new Line(line.number(), line.depth(), other.proposition(), line.rule(), line.references());
                        case 1 ->
                            new Line(line.number(), line.depth(), line.proposition(), other.rule(), line.references());
                        case 2 ->
                            new Line(
                                    line.number(),
                                    random.nextInt(3),
                                    line.proposition(),
                                    line.rule(),
                                    line.references());
                        default -> new Line(line.number(), line.depth(), line.proposition(), line.rule(), references);
                    });
        }
        return changed;
    }

    @Test
    void what_the_prover_finds_the_kernel_accepts() {
        for (int i = 0; i < 2000; i++) {
            Sequent sequent = ANY.draw(CounterRandom.of(12, i).sequence());
            Prover.prove(sequent, 2000)
                    .ifPresent(found -> assertThat(Kernel.fault(sequent, found.proof()))
                            .as(sequent.text())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p & q & r", "p -> q -> r", "(p", "p)", "", "a", "P", "pq", "~", "p &", "⊥", "p | q"})
    void formulas_without_one_reading_are_refused(String formula) {
        assertThat(verdict("p", "p", "1. " + formula + " [premise]")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void hostile_proofs_are_refused_quickly() {
        for (String proof : List.of(
                "1. p [premise]\n".repeat(1000),
                "~".repeat(15_000),
                "(".repeat(15_000),
                "1. " + "(".repeat(300) + "p" + ")".repeat(300) + " [premise]",
                "1. " + "| ".repeat(5000) + "p [premise]",
                "1. p [" + "premise ".repeat(2000) + "]",
                "\n".repeat(15_000))) {
            assertThat(verdict("p", "p", proof)).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    private static Verdict verdict(String premises, String goal, String proof) {
        try {
            List<Proposition> given = new ArrayList<>();
            for (String premise : premises.split(",")) {
                if (!premise.isBlank()) {
                    given.add(PropositionReader.read(premise.strip()));
                }
            }
            return ANY.judge(new Sequent(given, PropositionReader.read(goal)), proof.replace(" / ", "\n"));
        } catch (MalformedProof broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
