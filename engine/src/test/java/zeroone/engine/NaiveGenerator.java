package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;

/** The contract of {@link Generator} written down as plainly as it goes: one sequence, the whole of it, for every token. */
record NaiveGenerator(CausalLm model, ReservedTokens reserved) implements Generator {
    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        List<List<Completion>> all = new ArrayList<>();
        for (GenerationRequest request : requests) {
            List<Completion> samples = new ArrayList<>();
            for (int sample = 0; sample < request.samples(); sample++) {
                samples.add(complete(request, request.random().split(sample)));
            }
            all.add(samples);
        }
        return all;
    }

    private Completion complete(GenerationRequest request, CounterRandom random) {
        List<Integer> tokens = new ArrayList<>();
        List<Float> logProbs = new ArrayList<>();
        boolean forced = false;
        boolean stopped = false;
        while (!stopped && !tokens.contains(reserved.endThought())) {
            if (tokens.size() == request.budget().thought()) {
                tokens.add(reserved.endThought());
                logProbs.add(0f);
                forced = true;
            } else {
                stopped = draw(request, tokens, logProbs, random) == reserved.endOfTurn();
            }
        }
        int close = tokens.indexOf(reserved.endThought());
        int thoughtLength = close >= 0 ? close : tokens.size() - 1;
        while (!stopped && tokens.size() < close + 1 + request.budget().answer()) {
            stopped = draw(request, tokens, logProbs, random) == reserved.endOfTurn();
        }
        float[] values = new float[logProbs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = logProbs.get(i);
        }
        return new Completion(
                request.prompt(),
                tokens.stream().mapToInt(Integer::intValue).toArray(),
                values,
                thoughtLength,
                forced,
                stopped ? FinishReason.STOP : FinishReason.LENGTH,
                request.sampling());
    }

    private int draw(GenerationRequest request, List<Integer> tokens, List<Float> logProbs, CounterRandom random) {
        double[] probabilities =
                probabilities(request.prompt(), tokens, request.sampling().temperature());
        int token = choose(probabilities, request.sampling(), random.uniform(tokens.size()));
        tokens.add(token);
        logProbs.add((float) Math.log(probabilities[token]));
        return token;
    }

    private double[] probabilities(int[] prompt, List<Integer> tokens, double temperature) {
        long[] ids = IntStream.concat(Arrays.stream(prompt), tokens.stream().mapToInt(Integer::intValue))
                .asLongStream()
                .toArray();
        long[] positions = new long[ids.length];
        Arrays.setAll(positions, i -> i);
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            float[] logits = model.logits(model.hidden(
                                    Tensor.of(ids, model.device(), 1, ids.length),
                                    Tensor.of(positions, model.device(), 1, ids.length),
                                    new CausalAttention.Fused())
                            .narrow(1, ids.length - 1, 1))
                    .toFloats();
            double sum = 0;
            double[] probabilities = new double[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = Math.exp(logits[i] / (temperature == 0 ? 1 : temperature));
                sum += probabilities[i];
            }
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] /= sum;
            }
            return probabilities;
        }
    }

    private static int choose(double[] probabilities, SamplingParameters sampling, double uniform) {
        List<Integer> byProbability = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                .toList();
        if (sampling.greedy()) {
            return byProbability.getFirst();
        }
        List<Integer> kept = new ArrayList<>();
        double mass = 0;
        for (int token : byProbability) {
            if ((sampling.topK() > 0 && kept.size() == sampling.topK()) || mass >= sampling.topP()) {
                break;
            }
            kept.add(token);
            mass += probabilities[token];
        }
        kept.sort(Comparator.naturalOrder()); // drawn from in the order of ids
        double sum = 0;
        for (int token : kept) {
            sum += probabilities[token] / mass;
            if (sum > uniform) {
                return token;
            }
        }
        return kept.getLast();
    }

    @Override
    public int contextLength() {
        return model.config().maxPositions();
    }
}
