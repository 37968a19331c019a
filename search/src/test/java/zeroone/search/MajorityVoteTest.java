package zeroone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {
    @Test
    void the_answer_given_most_often_wins() {
        var winner = MajorityVote.BY_TEXT.among(List.of("7", "12", "12")).orElseThrow();

        assertThat(winner).isEqualTo(new MajorityVote.Winner(1, "12", 2, 3));
    }

    @Test
    void a_tie_goes_to_the_answer_seen_first() {
        assertThat(MajorityVote.BY_TEXT
                        .among(List.of("b", "a", "a", "b"))
                        .orElseThrow()
                        .answer())
                .isEqualTo("b");
        assertThat(MajorityVote.BY_TEXT
                        .among(List.of("a", "b", "b", "a"))
                        .orElseThrow()
                        .answer())
                .isEqualTo("a");
    }

    @Test
    void answers_that_differ_only_in_white_space_are_the_same() {
        var winner =
                MajorityVote.BY_TEXT.among(List.of("x", " 1 +\t2", "1 + 2\n")).orElseThrow();

        assertThat(winner).isEqualTo(new MajorityVote.Winner(1, " 1 +\t2", 2, 3));
    }

    @Test
    void an_empty_answer_does_not_vote_however_often_it_comes() {
        var winner = MajorityVote.BY_TEXT.among(List.of("", "  ", "\n", "9")).orElseThrow();

        assertThat(winner).isEqualTo(new MajorityVote.Winner(3, "9", 1, 1));
    }

    @Test
    void without_any_answer_nobody_wins() {
        assertThat(MajorityVote.BY_TEXT.among(List.of())).isEmpty();
        assertThat(MajorityVote.BY_TEXT.among(List.of(" ", ""))).isEmpty();
    }

    @Test
    void the_task_decides_which_answers_are_the_same() {
        var byValue = new MajorityVote(answer -> answer.toLowerCase(Locale.ROOT).replace(".0", ""));

        assertThat(byValue.among(List.of("5", "SIX", "six", "5.0", "5")).orElseThrow())
                .isEqualTo(new MajorityVote.Winner(0, "5", 3, 5));
    }
}
