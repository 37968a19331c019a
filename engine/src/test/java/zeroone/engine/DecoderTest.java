package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zeroone.testkit.ByteTokenizer;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.SoftClose;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;

class DecoderTest {
    private static final ByteTokenizer TOKENIZER = new ByteTokenizer();
    private static final Vocabulary VOCABULARY = new Vocabulary(260, ByteTokenizer.RESERVED, Optional.of(TOKENIZER));
    private static final int END = ByteTokenizer.RESERVED.endThought();
    private static final int STOP = ByteTokenizer.RESERVED.endOfTurn();

    /** What the model wants to say, wherever it is; of what is not in the text it has no opinion. */
    private static Completion write(GenerationRequest request, int... wanted) {
        return write(request, wanted, 20);
    }

    private static Completion write(GenerationRequest request, int[] wanted, float strength) {
        Decoder decoder = new Decoder(request, request.random().split(0), VOCABULARY);
        decoder.begin();
        write(decoder, wanted, strength);
        return decoder.completion();
    }

    private static void write(Decoder decoder, int[] wanted, float strength) {
        SamplingWorkspace workspace = SamplingWorkspace.of(260);
        for (int next = 0; !decoder.finished(); next++) {
            float[] logits = new float[260];
            logits[wanted[Math.min(next, wanted.length - 1)]] = strength;
            decoder.advance(logits, 0, workspace);
        }
    }

    private static int[] ids(String text) {
        int[] ids = TOKENIZER.encode(text);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ids[i] == '|' ? END : ids[i] == '$' ? STOP : ids[i];
        }
        return ids;
    }

    private static String text(int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(id == END ? '|' : id == STOP ? '$' : (char) id);
        }
        return text.toString();
    }

    private static List<Integer> list(String text) {
        return Arrays.stream(ids(text)).boxed().toList();
    }

    private static GenerationRequest request(ThinkingBudget budget) {
        return new GenerationRequest(new int[] {256}, SamplingParameters.GREEDY, budget, 1, CounterRandom.of(1));
    }

    private static GenerationRequest request(SamplingParameters sampling, DecodingOptions options) {
        return new GenerationRequest(new int[] {256, 'x'}, sampling, new ThinkingBudget(5, 9), 1, CounterRandom.of(1))
                .with(options);
    }

    @Test
    void a_forced_close_writes_its_bridge_and_leaves_the_answer_its_own() {
        ThinkingBudget budget = new ThinkingBudget(3, 4).withBridge(new Bridge(list("..."), list("So:")));
        Completion completion = write(request(budget), ids("abcdefgh"));
        assertThat(text(completion.tokens())).isEqualTo("abc...|So:defg");
        assertThat(completion.forced()).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(completion.closeForced()).isTrue();
        assertThat(completion.thoughtLength()).isEqualTo(6);
        assertThat((long) completion.tokens().length).isEqualTo(budget.total());
        assertThat(completion.rawLogProbs()[4]).isZero();
    }

    @Test
    void no_budget_for_a_thought_answers_at_once() {
        assertThat(text(write(request(new ThinkingBudget(0, 3)), ids("ab$")).tokens()))
                .isEqualTo("|ab$");
    }

    @Test
    void a_soft_close_waits_until_the_end_is_among_the_likeliest() {
        ThinkingBudget budget = new ThinkingBudget(50, 2).withSoftClose(new SoftClose(2, 3));
        Decoder decoder = new Decoder(request(budget), CounterRandom.of(1), VOCABULARY);
        decoder.begin();
        SamplingWorkspace workspace = SamplingWorkspace.of(260);
        for (float end : new float[] {9, 9, 1, 3, 7}) {
            float[] logits = new float[260];
            logits['a'] = 10;
            logits['b'] = 5;
            logits['c'] = 4;
            logits[END] = end;
            decoder.advance(logits, 0, workspace);
        }
        assertThat(text(decoder.written().tokens())).isEqualTo("aaaa|");
        decoder.cancel();
        assertThat(decoder.completion().closeForced()).isTrue();
        assertThat(decoder.completion().forced()).containsExactly(4);
    }

    @Test
    void a_minimum_thought_says_wait_instead_of_ending() {
        ThinkingBudget budget = new ThinkingBudget(20, 5).withMinimum(new MinimumThought(0, 2, list("Wait")));
        assertThat(text(write(request(budget), ids("a|b$c|d$")).tokens())).isEqualTo("aWaitbWaitc|d$");
        ThinkingBudget untilFour = new ThinkingBudget(20, 5).withMinimum(new MinimumThought(4, 0, list("W")));
        assertThat(text(write(request(untilFour), ids("|||||x$")).tokens())).isEqualTo("WWWW|x$");
    }

    @Test
    void what_is_said_instead_of_ending_keeps_to_the_budget() {
        ThinkingBudget budget = new ThinkingBudget(3, 2).withMinimum(new MinimumThought(0, 5, list("Wait")));
        assertThat(text(write(request(budget), ids("a|xy")).tokens())).isEqualTo("aWa|xy");
    }

    @Test
    void without_anything_to_say_instead_the_ends_cannot_be_drawn() {
        ThinkingBudget budget = new ThinkingBudget(20, 5).withMinimum(new MinimumThought(3, 0, List.of()));
        Completion completion = write(request(budget), ids("||$|x$"));
        assertThat(text(completion.tokens())).isEqualTo("\0\0\0|x$");
        assertThat(completion.thoughtLength()).isEqualTo(3);
    }

    @Test
    void answer_now_ends_the_thought_with_its_bridge_and_an_answer_is_left_alone() {
        ThinkingBudget budget = new ThinkingBudget(50, 3).withBridge(new Bridge(list("!"), List.of()));
        Decoder decoder = new Decoder(request(budget), CounterRandom.of(1), VOCABULARY);
        decoder.begin();
        float[] logits = new float[260];
        logits['a'] = 9;
        decoder.advance(logits.clone(), 0, SamplingWorkspace.of(260));
        decoder.answerNow();
        decoder.answerNow();
        assertThat(text(decoder.written().tokens())).isEqualTo("a!|");
        decoder.inject(ids("bcde"));
        assertThat(text(decoder.written().tokens())).isEqualTo("a!|bcd");
        assertThat(decoder.completion().finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void injected_tokens_count_towards_the_thought_and_never_spill_into_the_answer() {
        Decoder decoder = new Decoder(request(new ThinkingBudget(2, 3)), CounterRandom.of(1), VOCABULARY);
        decoder.begin();
        decoder.inject(ids("abcd"));
        assertThat(text(decoder.written().tokens())).isEqualTo("ab|");
        Decoder closing = new Decoder(request(new ThinkingBudget(9, 3)), CounterRandom.of(1), VOCABULARY);
        closing.begin();
        closing.inject(ids("a|b"));
        assertThat(text(closing.written().tokens())).isEqualTo("a|b");
    }

    @Test
    void stops_are_looked_for_in_answers_only_and_over_several_tokens() {
        DecodingOptions options =
                DecodingOptions.DEFAULTS.withStop(new StopConditions(List.of("\n\n", "END"), Set.of((int) '#')));
        Completion string = write(request(SamplingParameters.GREEDY, options), ids("END#|a END b"));
        assertThat(text(string.tokens())).isEqualTo("END#|a END");
        assertThat(string.finishReason()).isEqualTo(FinishReason.STOP_STRING);
        Completion id = write(request(SamplingParameters.GREEDY, options), ids("|E#ND"));
        assertThat(text(id.answer())).isEqualTo("E");
        assertThat(id.finishReason()).isEqualTo(FinishReason.STOP_TOKEN);
    }

    /** Digits, then the end. */
    private static Constraint digits(int count) {
        return () -> new Constraint.State() {
            private int left = count;

            @Override
            public BitSet allowed() {
                BitSet allowed = new BitSet();
                if (left > 0) {
                    allowed.set('0', '9' + 1);
                } else if (left == 0) {
                    allowed.set(STOP);
                }
                return allowed;
            }

            @Override
            public void accept(int token) {
                if (token == 'x') {
                    throw new IllegalStateException("not a digit");
                }
                left--;
            }
        };
    }

    @Test
    void a_grammar_begins_after_the_thought() {
        DecodingOptions options = DecodingOptions.DEFAULTS.withConstraint(digits(2));
        Completion completion = write(request(SamplingParameters.GREEDY, options), ids("ab|c7d"));
        assertThat(text(completion.tokens())).isEqualTo("ab|07$");
        assertThat(completion.logProbs()[3]).as("of ten").isCloseTo((float) Math.log(0.1), within(1e-4f));
        assertThat(completion.rawLogProbs()[3]).as("the model wanted another").isLessThan(-19);
    }

    @Test
    void a_bridge_is_judged_neither_by_the_grammar_nor_by_what_stops_the_answer() {
        ThinkingBudget budget = new ThinkingBudget(2, 3).withBridge(new Bridge(list("\n\n"), list("\n\nx#:")));
        DecodingOptions options = DecodingOptions.DEFAULTS
                .withConstraint(digits(2))
                .withStop(new StopConditions(List.of("\n\n", "x1"), Set.of((int) '#')));
        GenerationRequest request = request(budget).with(options);
        Completion whole = write(request, ids("a"));
        assertThat(text(whole.tokens())).isEqualTo("aa\n\n|\n\nx#:00$");
        assertThat(whole.finishReason()).isEqualTo(FinishReason.STOP);
        for (int cut = 0; cut < whole.tokens().length; cut++) {
            int at = cut;
            Completion resumed = write(
                    request.resumedAfter(new Resumed(
                            Arrays.copyOf(whole.tokens(), cut),
                            new float[cut],
                            new float[cut],
                            Arrays.stream(whole.forced()).filter(p -> p < at).toArray())),
                    ids("a"));
            assertThat(text(resumed.tokens())).as("cut at " + cut).isEqualTo(text(whole.tokens()));
        }
        Completion stopped = write(
                request(budget).with(DecodingOptions.DEFAULTS.withStop(new StopConditions(List.of("#:y"), Set.of()))),
                ids("aby$"));
        assertThat(stopped.finishReason()).as("half of it in the bridge").isEqualTo(FinishReason.STOP);
    }

    @Test
    void a_turn_that_ends_within_the_thought_still_has_the_answer_that_the_grammar_wants() {
        GenerationRequest request =
                request(SamplingParameters.GREEDY, DecodingOptions.DEFAULTS.withConstraint(digits(2)));
        Completion completion = write(request, ids("a$7$"));
        assertThat(text(completion.tokens())).isEqualTo("a|70$");
        assertThat(completion.forced()).containsExactly(1);
        assertThat(completion.closeForced()).isTrue();

        Completion empty = write(
                request(SamplingParameters.GREEDY, DecodingOptions.DEFAULTS.withConstraint(digits(0))), ids("a$7$"));
        assertThat(text(empty.tokens())).as("nothing is an answer, too").isEqualTo("a$");
    }

    @Test
    void a_fork_knows_what_was_injected_and_what_was_decided() {
        ThinkingBudget budget = new ThinkingBudget(30, 4)
                .withBridge(new Bridge(List.of(), list("So")))
                .withSoftClose(new SoftClose(20, 1))
                .withMinimum(new MinimumThought(0, 1, list("Wait")));
        Decoder thinking = new Decoder(request(budget), CounterRandom.of(1), VOCABULARY);
        thinking.begin();
        thinking.inject(ids("Wait"));
        Decoder fork = new Decoder(request(budget), CounterRandom.of(2), VOCABULARY);
        fork.branch(thinking);
        for (Decoder decoder : List.of(thinking, fork)) {
            write(decoder, ids("|a|bc$"), 20);
            assertThat(text(decoder.completion().tokens())).isEqualTo("WaitWaita|bc$");
        }

        Decoder answering = new Decoder(request(budget), CounterRandom.of(1), VOCABULARY);
        answering.begin();
        answering.inject(ids("Wait|So"));
        Decoder branch = new Decoder(request(budget), CounterRandom.of(2), VOCABULARY);
        branch.branch(answering);
        for (Decoder decoder : List.of(answering, branch)) {
            write(decoder, ids("bcdefg"), 20);
            assertThat(text(decoder.completion().tokens())).as("four of answer").isEqualTo("Wait|Sobc");
        }
    }

    @Test
    void a_grammar_that_allows_nothing_is_told() {
        DecodingOptions options = DecodingOptions.DEFAULTS.withConstraint(() -> new Constraint.State() {
            @Override
            public BitSet allowed() {
                return new BitSet();
            }

            @Override
            public void accept(int token) {}
        });
        assertThatThrownBy(() -> write(request(SamplingParameters.GREEDY, options), ids("a|b")))
                .isInstanceOf(SequenceException.class)
                .hasMessageContaining("no token can follow after 2 generated ones");
    }

    @Test
    void penalties_and_bias_change_scores_as_their_names_say() {
        SamplingParameters sampling =
                SamplingParameters.GREEDY.withPenalties(2, 0.5, 0.25).withLogitBias(Map.of((int) 'b', 1.5f));
        TokenCounts counts = new TokenCounts(260, sampling, ByteTokenizer.RESERVED);
        counts.prompt(new int[] {'p', END, 'q'});
        counts.completion('a');
        counts.completion('a');
        counts.completion(END);
        counts.completion('q');
        float[] logits = new float[261];
        Arrays.fill(logits, 4);
        logits[1 + 'q'] = -4;
        counts.penalise(logits, 1);
        assertThat(logits[1 + 'p']).as("in the prompt").isEqualTo(2);
        assertThat(logits[1 + 'a']).as("twice in the completion").isEqualTo(2 - 0.5f - 2 * 0.25f);
        assertThat(logits[1 + 'q']).as("in both, and unlikely").isEqualTo(-8 - 0.5f - 0.25f);
        assertThat(logits[1 + END]).as("marks are spared").isEqualTo(4);
        assertThat(logits[1 + 'z']).isEqualTo(4);

        Completion biased = write(request(sampling, DecodingOptions.DEFAULTS), ids("az|y$"), 1);
        assertThat(text(biased.tokens()).charAt(0)).isEqualTo('b');
    }

    @Test
    void log_probabilities_are_told_as_sampled_and_raw() {
        SamplingParameters warm = new SamplingParameters(2, 0, 1);
        Completion completion = write(request(warm, DecodingOptions.DEFAULTS.withAlternatives(2)), ids("abc"), 12);
        for (int t = 0; t < 3; t++) {
            double logit = completion.tokens()[t] == "abc".charAt(t) ? 12 : 0;
            double raw = logit - Math.log(Math.exp(12) + 259);
            double sampled = logit / 2 - Math.log(Math.exp(6) + 259);
            assertThat(completion.rawLogProbs()[t]).isCloseTo((float) raw, within(1e-4f));
            assertThat(completion.logProbs()[t]).isCloseTo((float) sampled, within(1e-4f));
            assertThat(completion.alternatives().get(t)).hasSize(2);
            Alternative first = completion.alternatives().get(t).getFirst();
            assertThat(first.token()).isEqualTo("abc".charAt(t));
            assertThat(first.rawLogProb()).isCloseTo((float) (12 - Math.log(Math.exp(12) + 259)), within(1e-4f));
        }
    }

    @Test
    void scores_that_are_no_numbers_are_told() {
        Decoder decoder = new Decoder(request(new ThinkingBudget(5, 5)), CounterRandom.of(1), VOCABULARY);
        decoder.begin();
        float[] logits = new float[260];
        logits[200] = Float.NaN;
        assertThatThrownBy(() -> decoder.advance(logits, 0, SamplingWorkspace.of(260)))
                .hasMessageContaining("scores after 0 generated tokens are not numbers");
    }
}
