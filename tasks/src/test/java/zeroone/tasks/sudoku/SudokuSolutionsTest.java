package zeroone.tasks.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.Verdict;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;

class SudokuSolutionsTest {
    private static final TraceMixture FLAWLESS = new TraceMixture(0, 0, 0, .5, 1, 0, 4);

    @Test
    void a_careful_writer_says_nothing_false_and_is_done_only_when_it_is_right() {
        for (SudokuConfig config : new SudokuConfig[] {SudokuConfig.FOUR, SudokuConfig.SIX, SudokuConfig.NINE}) {
            Task task = Sudoku.task(config, FLAWLESS);
            int[] done = {0};
            each(task, 150, (problem, solution) -> {
                ThoughtBehaviour behaviour = task.thoughts().read(problem, solution.thought());
                assertThat(behaviour.falseSteps()).as(solution.toString()).isZero();
                assertThat(behaviour.acceptedWrong() + behaviour.rejectedRight())
                        .as(solution.toString())
                        .isZero();
                if (solution.thought().endsWith(" done.")) {
                    done[0]++;
                    assertThat(task.problems().verifier().verify(problem, solution.answer()))
                            .isEqualTo(Verdict.CORRECT);
                }
            });
            assertThat(done[0]).isGreaterThan(config == SudokuConfig.NINE ? 40 : 130);
        }
    }

    @Test
    void a_supposition_that_leads_nowhere_is_taken_back() {
        Task task = Sudoku.task(new SudokuConfig("hard", 9, 50, 54), FLAWLESS);
        int[] counts = {0, 0};
        each(task, 400, (problem, solution) -> {
            ThoughtBehaviour behaviour = task.thoughts().read(problem, solution.thought());
            counts[0] += behaviour.backtracks();
            counts[1] += behaviour.rejectedWrong();
            assertThat(behaviour.falseSteps()).as(solution.toString()).isZero();
        });
        assertThat(counts[0]).isPositive();
        assertThat(counts[1]).isGreaterThanOrEqualTo(counts[0]);
    }

    @Test
    void every_answer_is_a_full_grid_that_keeps_the_givens() {
        Task task = Sudoku.task(SudokuConfig.FOUR);
        each(task, 1_000, (problem, solution) -> {
            if (task.problems().verifier().verify(problem, solution.answer()) instanceof Verdict.Incorrect wrong) {
                assertThat(wrong.reason()).as(solution.toString()).contains(" twice in ");
            }
        });
    }

    @Test
    void the_default_mixture_solves_about_two_fifths_of_the_small_grids_in_short_documents() {
        Task task = Sudoku.task(SudokuConfig.FOUR);
        int documents = 3_000;
        int[] counts = new int[4];
        int[] longest = {0};
        each(task, documents, (problem, solution) -> {
            String thought = solution.thought();
            if (task.problems().verifier().verify(problem, solution.answer()).isCorrect()) {
                counts[0]++;
            }
            int length = (int) (pieces(problem.prompt()) + pieces(thought) + pieces(solution.answer()));
            counts[1] += length;
            longest[0] = Math.max(longest[0], length);
            if (thought.startsWith(" Go in order:") || thought.startsWith(" Try anything:")) {
                counts[2]++;
                counts[3] += thought.endsWith(" done.") ? 1 : 0;
            }
        });
        assertThat(counts[0] / (double) documents).isCloseTo(.4, within(.05));
        assertThat(counts[1] / (double) documents).isLessThan(200);
        assertThat(longest[0]).isLessThan(700);
        assertThat(counts[3] / (double) counts[2]).isGreaterThan(.4);
    }

    @Test
    void a_digit_stands_right_behind_the_name_of_its_cell_in_notes_and_answer() {
        String value = " [a-p][1-4_]";
        String look = " [a-p] sees(?:" + value + "){7}(?: so" + value + "| so [1-4](?: or [1-4])+ say" + value
                + "| stuck\\.)";
        Pattern thought = Pattern.compile(" (?:Go in order|Try anything|Quick try):" + "(?:" + look + "|" + value
                + "| yes| /|\\.| no\\.| Wait,| Again:| Check:)*(?: done\\.| I give up\\.)");
        Task task = Sudoku.task(SudokuConfig.FOUR, new TraceMixture(0, .4, .2, .5, .5, 0, 6));
        each(task, 500, (problem, solution) -> {
            assertThat(solution.thought()).matches(thought);
            assertThat(solution.answer())
                    .matches(" a\\d b\\d c\\d d\\d / e\\d f\\d g\\d h\\d"
                            + " / i\\d j\\d k\\d l\\d / m\\d n\\d o\\d p\\d");
        });
    }

    @Test
    void a_thought_that_is_done_ends_with_the_checked_grid_that_the_answer_copies() {
        Task task = Sudoku.task(SudokuConfig.FOUR, FLAWLESS);
        each(task, 300, (_, solution) -> {
            String thought = solution.thought();
            if (thought.endsWith(" done.")) {
                assertThat(thought.substring(thought.lastIndexOf(" Check:") + 7))
                        .isEqualTo(solution.answer().replace(" /", " yes /") + " yes. done.");
            }
        });
    }

    @Test
    void who_goes_in_order_copies_the_whole_grid_in_every_pass() {
        Task task = Sudoku.task(SudokuConfig.FOUR, new TraceMixture(0, 0, 0, 1, 1, 0, 4));
        each(task, 300, (_, solution) -> {
            String[] passes =
                    solution.thought().replaceFirst(" Go in order:", "").split(" Again:| Check:", -1);
            for (String pass : passes) {
                String copied = pass.replaceAll(" [a-p] sees[ 1-4_a-p]* so", "").replaceAll(" (yes|done)\\b", "");
                assertThat(copied.replaceAll("[^a-p]", "")).as(pass).isEqualTo("abcdefghijklmnop");
            }
        });
    }

    @Test
    void a_mistake_that_is_noticed_leads_back_to_the_puzzle_and_often_to_the_solution() {
        Task task = Sudoku.task(SudokuConfig.FOUR, new TraceMixture(0, 0, 1, 1, 1, 0, 4));
        int[] counts = {0, 0};
        each(task, 1_000, (problem, solution) -> {
            ThoughtBehaviour behaviour = task.thoughts().read(problem, solution.thought());
            if (behaviour.backtracks() > 0) {
                counts[0]++;
                counts[1] += task.problems()
                                .verifier()
                                .verify(problem, solution.answer())
                                .isCorrect()
                        ? 1
                        : 0;
                assertThat(solution.thought())
                        .contains(" Wait, "
                                + SudokuTaskset.puzzle(SudokuShape.FOUR, problem)
                                        .named() + ".");
            }
        });
        assertThat(counts[0]).isGreaterThan(100);
        assertThat(counts[1] / (double) counts[0]).isGreaterThan(.4);
    }

    @Test
    void a_broken_off_thought_ends_between_words() {
        Task task = Sudoku.task(SudokuConfig.FOUR, new TraceMixture(0, 0, 0, .5, 1, 1, 4));
        each(task, 300, (problem, solution) -> {
            assertThat(solution.thought()).doesNotEndWith(" ");
            assertThat(task.thoughts().read(problem, solution.thought()).falseSteps())
                    .as(solution.toString())
                    .isZero();
        });
    }

    @Test
    void the_sloppy_make_false_steps() {
        Task task = Sudoku.task(SudokuConfig.FOUR, new TraceMixture(0, 0, 1, .5, 1, 0, 4));
        int[] falseSteps = {0};
        each(
                task,
                100,
                (problem, solution) -> falseSteps[0] +=
                        task.thoughts().read(problem, solution.thought()).falseSteps());
        assertThat(falseSteps[0]).isPositive();
    }

    /** Words with their punctuation, digits and marks, each counted once; about as many as tokens. */
    private static long pieces(String text) {
        return Pattern.compile("[a-p][1-4_]|[A-Za-z]+[,.:]?|\\S")
                .matcher(text)
                .results()
                .count();
    }

    private static void each(Task task, int count, BiConsumer<Problem, WorkedSolution> check) {
        for (int i = 0; i < count; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 1, i);
            check.accept(
                    problem,
                    task.workedSolutions().write(problem, CounterRandom.of(i).sequence()));
        }
    }
}
