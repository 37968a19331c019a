package zeroone.tasks.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.text.CounterRandom;

class LineReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1. p [premise]; 1. p [premise]",
                "1.p[premise]; 1. p [premise]",
                "12.   ||  p&q[&i 1 2]; 12. | | p & q [&i 1 2]",
                "3. |p->q [->i   4-7  ]; 3. | p -> q [->i 4-7]",
                "3. p - > q [rep 1]; 3. p -> q [rep 1]",
                "999. ~ ~ ( p v # ) [ve 1 002-3 999]; 999. ~~(p v #) [ve 1 2-3 999]",
            })
    void spaces_are_free(String text, String written) throws MalformedProof {
        assertThat(LineReader.read(text)).extracting(Line::text).containsExactly(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p [premise]",
                "1 p [premise]",
                "01. p [premise]",
                "0. p [premise]",
                "1000. p [premise]",
                "-1. p [premise]",
                "１. p [premise]",
                "1. p",
                "1. p premise",
                "1. p [premise",
                "1. [premise]",
                "1.  [premise]",
                "1. p []",
                "1. p [ ]",
                "1. p [ premise]",
                "1. p [rep 1] 2",
                "1. p [rep 1]]",
                "1. p [rep 1][rep 1]",
                "1. p [rep 1000]",
                "1. p [rep 1-]",
                "1. p [rep -1]",
                "1. p [rep 1,2]",
                "1. p [rep 1 2 3 4]",
                "1. p [rep x]",
                "1. p [rep\t1]",
                "1. p [elevenletter]",
                "1. p [Rep 1]",
                "1. p | q [rep 1]",
                "1. p [rep １]",
                "1.\u00a0p [premise]",
                "1. p -> [rep 1]",
                "1. p -q [rep 1]"
            })
    void anything_else_is_no_line(String text) {
        assertThatThrownBy(() -> LineReader.read(text)).isInstanceOf(MalformedProof.class);
    }

    @Test
    void bars_formulas_and_lines_are_limited() throws MalformedProof {
        assertThat(LineReader.read("1. " + "|".repeat(20) + "p [assume]")
                        .getFirst()
                        .depth())
                .isEqualTo(20);
        assertThatThrownBy(() -> LineReader.read("1. " + "|".repeat(21) + "p [assume]"))
                .isInstanceOf(MalformedProof.class);
        assertThat(LineReader.read("1. p" + " ".repeat(399) + "[premise]")).hasSize(1);
        assertThatThrownBy(() -> LineReader.read("1. p" + " ".repeat(400) + "[premise]"))
                .isInstanceOf(MalformedProof.class);
        assertThat(LineReader.read("1. p [premise]\n".repeat(300))).hasSize(300);
        assertThatThrownBy(() -> LineReader.read("1. p [premise]\n".repeat(301)))
                .isInstanceOf(MalformedProof.class);
    }

    @Test
    void what_is_written_reads_back() throws MalformedProof {
        Deduction deduction = new Deduction("any", 4, 2, 4);
        for (int seed = 0; seed < 30; seed++) {
            RandomGenerator random = CounterRandom.of(seed).sequence();
            List<Line> proof = Prover.prove(deduction.draw(random), 500)
                    .map(Prover.Found::proof)
                    .orElse(List.of());
            String text = String.join("\n", proof.stream().map(Line::text).toList());
            assertThat(LineReader.read(text)).as("seed %d", seed).isEqualTo(proof);
        }
    }
}
