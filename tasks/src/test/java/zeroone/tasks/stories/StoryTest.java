package zeroone.tasks.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Fields;
import zeroone.text.CounterRandom;

class StoryTest {
    private static final WordProblem HARD = new WordProblem("any", 8, 5);

    @Test
    void names_and_asides_do_not_change_the_answer_or_the_problem() {
        List<Event> events = List.of(new Event(Event.Kind.GAIN, 5), new Event(Event.Kind.GROWTH, 2));
        Story one = new Story(10, events, 1, 0);
        Story other = new Story(10, events, 2, 4);
        assertThat(one.text()).isNotEqualTo(other.text());
        assertThat(HARD.id(one)).isEqualTo(HARD.id(other));
        assertThat(HARD.judge(one, "30")).isEqualTo(Verdict.CORRECT);
        assertThat(HARD.judge(other, "30")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void every_number_that_matters_is_in_the_text() {
        for (int i = 0; i < 500; i++) {
            Story story = HARD.draw(CounterRandom.of(5, i).sequence());
            assertThat(story.text())
                    .contains(" has " + story.start() + " ")
                    .doesNotContain("{")
                    .endsWith("now?");
            for (Event event : story.events()) {
                assertThat(story.text()).contains(" " + event.number() + " ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 apples", "30 or 31", "thirty", "30.0", "+30", " 3 0", "=30"})
    void only_the_number_is_right(String answer) {
        Story story = new Story(10, List.of(new Event(Event.Kind.GAIN, 20)), 1, 0);
        assertThat(HARD.judge(story, answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-10", "-11", "/3", "/1", "x5", "+0", "+-5", "+5 ", "+999999999", ""})
    void events_that_cannot_happen_are_refused(String events) {
        assertThatThrownBy(() -> HARD.read(Fields.empty()
                        .put("start", 10)
                        .put("events", events)
                        .put("wording", 1)
                        .put("distractors", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }
}
