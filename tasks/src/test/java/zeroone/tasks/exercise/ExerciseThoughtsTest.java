package zeroone.tasks.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;

class ExerciseThoughtsTest {
    private static final Doubling DOUBLING = new Doubling();

    @Test
    void steps_backtracks_and_checks_are_counted() {
        assertThat(read(" 21+21=43, So 43? no. Wait, 21+21=42, So 42? yes!"))
                .isEqualTo(new ThoughtBehaviour(2, 1, 1, 0, 1, 0, 0, 1));
    }

    @Test
    void a_wrong_check_is_held_against_the_thought() {
        assertThat(read("So 42? no. So 43? yes!")).isEqualTo(new ThoughtBehaviour(0, 0, 0, 0, 0, 1, 1, 0));
    }

    @Test
    void a_step_repeated_is_a_revisit() {
        assertThat(read("1+1=2, 1+1=2, 2*1=2")).isEqualTo(new ThoughtBehaviour(3, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void fractions_powers_and_remainders_are_understood() {
        assertThat(read("(1/3)*6=2, (-2)^3=-8, 17%5=2, 7/2=7/2,"))
                .isEqualTo(new ThoughtBehaviour(4, 0, 0, 0, 0, 0, 0, 0));
        assertThat(read("(1/3)*6=3, 7/2=3,")).isEqualTo(new ThoughtBehaviour(2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_check_without_an_answer_is_none() {
        assertThat(read("yes! no. So ? yes! sonata? no.")).isEqualTo(ThoughtBehaviour.NONE);
    }

    private static ThoughtBehaviour read(String thought) {
        ObjectNode data = DOUBLING.data(21L);
        return new ExerciseThoughts<>(DOUBLING).read(new Problem("doubling", "21", "21?", data), thought);
    }

    /** A tiny exercise: what is twice the number? */
    private static final class Doubling implements Exercise<Long> {
        @Override
        public String name() {
            return "doubling";
        }

        @Override
        public Long draw(RandomGenerator random) {
            return random.nextLong(1, 1000);
        }

        @Override
        public ObjectNode data(Long question) {
            return Fields.empty().put("number", question);
        }

        @Override
        public Long read(ObjectNode data) {
            return Fields.whole(data, "number", 1, 1000);
        }

        @Override
        public String id(Long question) {
            return "twice " + question;
        }

        @Override
        public String prompt(Long question) {
            return "Twice " + question + "?";
        }

        @Override
        public Verdict judge(Long question, String answer) {
            return Answers.whole(BigInteger.valueOf(2 * question), answer);
        }

        @Override
        public String work(Long question, Notes notes) {
            return Long.toString(notes.step(question + "+" + question, 2 * question));
        }

        @Override
        public String guess(Long question, RandomGenerator random) {
            return Long.toString(random.nextLong(1, 1000));
        }

        @Override
        public Map<String, Integer> axes(Long question) {
            return Map.of("size", question.intValue());
        }
    }
}
