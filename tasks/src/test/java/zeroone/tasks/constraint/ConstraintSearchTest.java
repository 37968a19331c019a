package zeroone.tasks.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.puzzle.WrongAnswer;

class ConstraintSearchTest {
    @Test
    void finds_all_solutions_up_to_the_limit() {
        Different three = new Different(3, 3, -1);
        assertThat(ConstraintSearch.of(three, 100).solutions()).hasSize(6);
        assertThat(ConstraintSearch.of(three, 4).solutions()).hasSize(4);
        assertThat(ConstraintSearch.of(new Different(3, 2, -1), 4).solutions()).isEmpty();
        assertThat(ConstraintSearch.of(new Different(3, 3, 2), 100).solutions())
                .hasSize(2)
                .allMatch(solution -> solution[0] == 2);
    }

    @Test
    void solutions_agree_with_what_is_given() {
        Different three = new Different(3, 3, -1);
        assertThat(ConstraintSearch.from(three, new int[] {1, -1, 0}, 9).solutions())
                .singleElement()
                .isEqualTo(new int[] {1, 2, 0});
        assertThat(ConstraintSearch.from(three, new int[] {1, -1, 1}, 9).solutions())
                .isEmpty();
    }

    @Test
    void uniqueness_is_proved() {
        assertThat(ConstraintSearch.unique(new Different(1, 1, -1))).isTrue();
        assertThat(ConstraintSearch.unique(new Different(2, 2, -1))).isFalse();
        assertThat(ConstraintSearch.unique(new Different(2, 2, 1))).isTrue();
        assertThat(ConstraintSearch.solvable(new Different(4, 3, -1))).isFalse();
    }

    @Test
    void a_search_that_is_too_long_ends_and_says_so() {
        ConstraintSearch search = ConstraintSearch.of(new Different(12, 11, -1), 1);
        assertThat(search.complete()).isFalse();
        assertThat(search.nodes()).isEqualTo(200_000);
        assertThat(ConstraintSearch.of(new Different(3, 2, -1), 1).complete()).isTrue();
    }

    /** So many variables with so many values, no value twice; the first variable may be given. */
    private record Different(int count, int choice, int given) implements ConstraintPuzzle {
        @Override
        public List<String> variables() {
            return Arrays.asList("A B C D E F G H I J K L".split(" ")).subList(0, count);
        }

        @Override
        public List<String> values() {
            return Arrays.asList("0 1 2 3 4 5 6 7 8 9 10".split(" ")).subList(0, choice);
        }

        @Override
        public int[] start() {
            int[] start = new int[count];
            Arrays.fill(start, OPEN);
            start[0] = given;
            return start;
        }

        @Override
        public String objection(int[] assignment, int variable, int value) {
            for (int other = 0; other < count; other++) {
                if (other != variable && assignment[other] == value) {
                    return variables().get(other);
                }
            }
            return "";
        }

        @Override
        public String written(int[] assignment) {
            return Arrays.toString(assignment);
        }

        @Override
        public int[] assignment(String answer) throws WrongAnswer {
            throw new WrongAnswer("is not asked for");
        }

        @Override
        public Map<String, Integer> axes() {
            return Map.of();
        }

        @Override
        public String canonicalForm() {
            return toString();
        }

        @Override
        public String prompt() {
            return toString();
        }

        @Override
        public ObjectNode data() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
