package zeroone.tasks.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.text.CounterRandom;

class LawTest {
    static List<Law> laws() {
        return Stream.of(Physics.LAWS, Chemistry.LAWS, UnitConversion.LAWS)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void a_law_often_has_four_different_options_with_the_right_one_first(Law law) {
        RandomGenerator random = CounterRandom.of(1).split(law.name()).sequence();
        int had = 0;
        for (int i = 0; i < 300; i++) {
            List<Long> values = law.quantities().stream()
                    .map(quantity -> quantity.draw(random))
                    .toList();
            Optional<List<Rational>> options = law.options(values);
            if (options.isPresent()) {
                had++;
                assertThat(new HashSet<>(options.get())).hasSize(Law.OPTIONS);
                assertThat(options.get().getFirst()).isEqualTo(law.answer(values));
                assertThat(law.question(values)).doesNotContain("{", "}");
                assertThat(options.get().stream().map(law::written)).allMatch(text -> text.matches("[0-9][0-9.]*.*"));
            }
        }
        assertThat(had).as(law.name()).isGreaterThan(10);
    }

    @Test
    void laws_have_names_of_their_own() {
        assertThat(laws()).extracting(Law::name).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void no_letter_is_right_more_often_than_chance() {
        Taskset physics =
                LawChoice.of("physics-test", Physics.LAWS, 1, 9).task().problems();
        Map<String, Integer> letters = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            Problem problem = physics.problem(Split.TRAIN, 0, i);
            for (String letter : List.of("A", "B", "C", "D")) {
                if (physics.verifier().verify(problem, letter).isCorrect()) {
                    letters.merge(letter, 1, Integer::sum);
                }
            }
        }
        assertThat(letters.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        assertThat(letters.values()).allMatch(count -> count > 420 && count < 580);
    }

    @Test
    void only_one_letter_is_an_answer() {
        Taskset units =
                LawChoice.of("units-test", UnitConversion.LAWS, 1, 9).task().problems();
        Problem problem = units.problem(Split.TRAIN, 0, 0);
        for (String answer : List.of("a", "E", "(A)", "A)", "A B", "A or B", "ABCD", "Ａ", "А", "1", "A.", "option A")) {
            assertThat(units.verifier().verify(problem, answer))
                    .as(answer)
                    .isEqualTo(Verdict.incorrect("is not one letter from A to D"));
        }
    }
}
