package zeroone.tasks.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Taskset;
import zeroone.tasks.exact.Arithmetic;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Fields;
import zeroone.text.CounterRandom;

class RuleTest {
    private final Taskset tasks =
            new NextTerm("test", 5, List.of(Rule.Kind.values())).task().problems();

    @Test
    void a_rule_explains_what_it_makes_and_writes_its_sum() {
        List<Long> fibonacci = List.of(1L, 1L, 2L, 3L, 5L);
        Rule sum = new Rule(1, 1, 0, 0);
        assertThat(sum.explains(fibonacci)).isTrue();
        assertThat(sum.next(fibonacci)).isEqualTo(8);
        assertThat(sum.explains(List.of(1L, 1L, 2L, 4L))).isFalse();
        for (Rule.Kind kind : Rule.Kind.values()) {
            for (Rule rule : kind.rules()) {
                List<Long> terms = List.of(-3L, 7L, 4L);
                assertThat(Arithmetic.value(rule.sum(terms))).contains(Rational.of(rule.next(terms)));
            }
        }
    }

    @Test
    void the_rules_that_explain_terms_are_found_as_if_all_were_tried() {
        RandomGenerator random = CounterRandom.of(4).sequence();
        for (int i = 0; i < 300; i++) {
            List<Rule> all = Rule.Kind.values()[random.nextInt(3)].rules();
            Rule rule = all.get(random.nextInt(all.size()));
            List<Long> terms = new ArrayList<>(List.of(random.nextLong(-5, 6), random.nextLong(-5, 6)));
            while (terms.size() < 4) {
                terms.add(rule.next(terms));
            }
            for (Rule.Kind kind : Rule.Kind.values()) {
                assertThat(kind.explaining(terms))
                        .containsExactlyElementsOf(kind.rules().stream()
                                .filter(each -> each.explains(terms))
                                .toList());
            }
        }
    }

    @Test
    void terms_that_no_rule_explains_or_that_rules_continue_differently_are_no_problem() {
        assertThatThrownBy(() -> tasks.problem(terms(1, 2, 4, 8, 17)))
                .hasMessageContaining("must follow from a rule of the classes");
        // 0, 0, 0, 0 goes on with 0 by every rule of the first kind without a constant.
        assertThat(tasks.problem(terms(0, 0, 0, 0)).prompt()).contains("0, 0, 0, 0, …");
        assertThatThrownBy(() -> tasks.problem(terms(1, 2, 3))).hasMessageContaining("must be 4 to 10 numbers");
    }

    private static tools.jackson.databind.node.ObjectNode terms(long... terms) {
        tools.jackson.databind.node.ObjectNode data = Fields.empty();
        for (long term : terms) {
            data.withArray("terms").add(term);
        }
        return data;
    }
}
