package zeroone.tasks.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

class LadderTest {
    private final Taskset four = LadderTasks.task(LadderConfig.FOUR).problems();
    private final Problem problem = four.problem(data("cord cold word ward warm worm card", "cold", "warm", 4));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Go from cold to warm in as few steps as possible, changing one letter in each step. Use only these"
                                + " words: cord, cold, word, ward, warm, worm, card. Answer with all words of the ladder from cold"
                                + " to warm, with spaces between them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cord word ward warm | begins with \"cord\", not with cold",
                "cold word ward warm | has \"word\" as move 1, which is not possible from cold",
                "cold cord word ward | ends at ward, which is not the goal",
                "cold cord card cord word ward warm | has 6 moves; 4 are enough",
                "cold cord ford | has \"ford\" as move 2, which is not possible from cord",
                "cold, cord, word, ward, warm | begins with \"cold,\", not with cold",
                "cold Cord word ward warm | has \"Cord\" as move 1, which is not possible from cold",
                "cold cord cord word ward | has \"cord\" as move 2, which is not possible from cord",
                "cold | ends at cold, which is not the goal",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(four.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_shortest_ladder() {
        assertThat(four.verifier().verify(problem, "cold cord word ward warm")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "cold cord word worm warm")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "cold cord card ward warm")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void a_ladder_read_backwards_is_the_same_problem() {
        assertThat(four.problem(data("card cord word ward warm worm cold", "warm", "cold", 4))
                        .id())
                .isEqualTo(problem.id());
    }

    @Test
    void there_are_words_enough_and_all_are_plain() {
        for (int letters : new int[] {3, 4}) {
            WordList words = new WordList(letters);
            assertThat(words.size()).isGreaterThan(letters == 3 ? 400 : 800);
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.word(i)).matches("[a-z]{" + letters + "}");
                for (int neighbour : words.neighbours(i)) {
                    assertThat(words.neighbours(neighbour)).contains(i);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cold cord word | cold | ward | 2 | must be two of the words",
                "cold cord word | cold | cold | 2 | must be two of the words",
                "cold cord wor | cold | cord | 1 | not \"wor\"",
                "cold cord Word | cold | cord | 1 | not \"Word\"",
                "cold cord cord | cold | cord | 1 | different words",
                "cold cord warm | cold | warm | 2 | must have a solution",
                "cold cord word | cold | word | 3 | the fewest possible, 2",
            })
    void ladders_of_your_own_are_checked(String words, String start, String goal, int moves, String reason) {
        assertThatThrownBy(() -> four.problem(data(words, start, goal, moves)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new LadderConfig("x", 5, 9, 2, 3)).hasMessageContaining("letters must be 3 or 4: 5");
        assertThatThrownBy(() -> new LadderConfig("x", 4, 5, 2, 3)).hasMessageContaining("words must be in [6, 40]: 5");
        assertThatThrownBy(() -> new LadderConfig("x", 4, 9, 2, 9)).hasMessageContaining("2 to 9");
    }

    private static ObjectNode data(String words, String start, String goal, int moves) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("words", words)
                .put("start", start)
                .put("goal", goal)
                .put("moves", moves);
    }
}
