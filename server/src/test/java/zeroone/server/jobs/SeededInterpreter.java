package zeroone.server.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import zeroone.text.CounterRandom;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/**
 * Reads "seed samples thought answer", perhaps with "carried" tokens of an earlier thought behind it, and whatever else
 * follows, and tells every token of the first sample.
 */
final class SeededInterpreter implements JobInterpreter {
    private static final String CARRIED = "carried=";

    static String specification(long seed, int samples, int thought, int answer) {
        return seed + " " + samples + " " + thought + " " + answer;
    }

    /** One whose samples go on with tokens of an earlier thought. */
    static String carrying(int tokens, String specification) {
        return specification + " " + CARRIED + tokens;
    }

    private static int carried(JobRequest request) {
        return Arrays.stream(request.specification().split(" "))
                .filter(word -> word.startsWith(CARRIED))
                .mapToInt(word -> Integer.parseInt(word.substring(CARRIED.length())))
                .sum();
    }

    @Override
    public List<GenerationRequest> plan(JobRequest request) {
        long[] numbers = Arrays.stream(request.specification().split(" "))
                .limit(4)
                .mapToLong(Long::parseLong)
                .toArray();
        int[] earlier = new int[carried(request)];
        Arrays.fill(earlier, 'e');
        ThinkingBudget budget = new ThinkingBudget((int) numbers[2], (int) numbers[3]);
        return IntStream.range(0, (int) numbers[1])
                .mapToObj(s -> new GenerationRequest(
                        new int[] {1}, SamplingParameters.PLAIN, budget, 1, CounterRandom.of(numbers[0], s)))
                .map(each -> each.resumedAfter(Resumed.of(earlier)))
                .toList();
    }

    @Override
    public JobNarrator narrator(JobRequest request) {
        int samples = Integer.parseInt(request.specification().split(" ")[1]);
        return new SeededNarrator(samples, carried(request));
    }

    /** The response that an undisturbed run ends with. */
    static String undisturbed(JobRequest request) {
        SeededInterpreter interpreter = new SeededInterpreter();
        List<GenerationRequest> plan = interpreter.plan(request);
        List<String> texts = new ArrayList<>();
        ChainedModel.generator()
                .generate(plan)
                .forEach(samples -> texts.add(
                        SeededNarrator.text(samples.getFirst().tokens()).substring(carried(request))));
        return SeededNarrator.response(JobStatus.COMPLETED, texts);
    }
}
