package zeroone.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.IValue;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), all parameters in one fused pass. Vectors (norms) are
 * not decayed. {@link #step} uses the gradients and leaves them at zero.
 */
public final class AdamW implements AutoCloseable {
    /**
     * @param beta1 decay of the mean of gradients
     * @param beta2 decay of the mean of their squares
     * @param epsilon added to the root, against division by zero
     * @param weightDecay share of a weight taken off per unit of learning rate
     * @param clip the gradient of all parameters together is scaled down to this norm
     */
    public record Config(double beta1, double beta2, double epsilon, double weightDecay, double clip) {
        public static final Config DEFAULTS = new Config(0.9, 0.95, 1e-8, 0.1, 1.0);

        public Config {
            if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
                throw new IllegalArgumentException("beta1 and beta2 must be in [0, 1): " + beta1 + ", " + beta2);
            }
            if (!(epsilon > 0)) {
                throw new IllegalArgumentException("epsilon must be positive: " + epsilon);
            }
            if (!(weightDecay >= 0)) {
                throw new IllegalArgumentException("weight decay must not be negative: " + weightDecay);
            }
            if (!(clip > 0)) {
                throw new IllegalArgumentException("the gradient norm to clip to must be positive: " + clip);
            }
        }
    }

    private static final Operator FUSED_ADAMW = new Operator("aten::_fused_adamw_", "");

    private final List<Parameter> parameters;
    private final Config config;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private long steps;

    public AdamW(List<Parameter> parameters, Config config) {
        this.parameters = List.copyOf(parameters);
        this.config = config;
        for (Parameter parameter : parameters) {
            means.add(zerosLike(parameter));
            squares.add(zerosLike(parameter));
        }
    }

    private static Tensor zerosLike(Parameter parameter) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            Tensor zeros = new Tensor(org.bytedeco.pytorch.global.torch.zeros_like(parameter.value().torch));
            zeros.torch.retainReference();
            return zeros;
        }
    }

    /**
     * One update with the gradients gathered since the last one.
     *
     * @return the norm of the gradient before clipping; if it is not finite nothing was changed
     */
    public double step(double learningRate) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            double norm = gradientNorm();
            if (Double.isFinite(norm)) {
                if (norm > config.clip()) {
                    gradients().forEach(gradient -> gradient.multiplyInPlace(config.clip() / norm));
                }
                steps++;
                update(learningRate, config.weightDecay(), true);
                update(learningRate, 0, false);
                parameters.forEach(Parameter::changed);
            }
            parameters.forEach(Parameter::clearGradient);
            return norm;
        }
    }

    private List<Tensor> gradients() {
        return parameters.stream().flatMap(p -> p.gradient().stream()).toList();
    }

    private double gradientNorm() {
        double sum = 0;
        for (Tensor gradient : gradients()) {
            sum += gradient.multiply(gradient).sum().item();
        }
        return Math.sqrt(sum);
    }

    private void update(double learningRate, double weightDecay, boolean matrices) {
        List<Tensor> values = new ArrayList<>();
        List<Tensor> gradients = new ArrayList<>();
        List<Tensor> chosenMeans = new ArrayList<>();
        List<Tensor> chosenSquares = new ArrayList<>();
        List<Tensor> stepCounts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if ((parameter.value().shape().length > 1) != matrices) {
                continue;
            }
            Tensor gradient = parameter.gradient().orElse(null);
            if (gradient == null) {
                continue;
            }
            values.add(parameter.value());
            gradients.add(gradient);
            chosenMeans.add(means.get(i));
            chosenSquares.add(squares.get(i));
            stepCounts.add(new Tensor(org.bytedeco.pytorch.Tensor.create(new float[] {steps}, new long[0])
                    .to(gradient.torch.device(), DType.FLOAT32.scalarType)));
        }
        if (values.isEmpty()) {
            return;
        }
        FUSED_ADAMW.call(
                Operator.list(values),
                Operator.list(gradients),
                Operator.list(chosenMeans),
                Operator.list(chosenSquares),
                Operator.list(List.of()),
                Operator.list(stepCounts),
                new IValue(learningRate),
                new IValue(config.beta1()),
                new IValue(config.beta2()),
                new IValue(weightDecay),
                new IValue(config.epsilon()),
                new IValue(false),
                new IValue(false),
                Operator.none(),
                Operator.none());
    }

    public long steps() {
        return steps;
    }

    /** The running mean of a parameter's gradient, by index in the list given at construction. */
    public Tensor mean(int index) {
        return means.get(index);
    }

    /** The running mean of a parameter's squared gradient. */
    public Tensor square(int index) {
        return squares.get(index);
    }

    /** Continues from a saved state. */
    public void restore(long steps, List<Tensor> savedMeans, List<Tensor> savedSquares) {
        if (savedMeans.size() != means.size() || savedSquares.size() != squares.size()) {
            throw new IllegalArgumentException("the saved optimiser state is of " + savedMeans.size()
                    + " parameters: this model has " + means.size());
        }
        for (int i = 0; i < means.size(); i++) {
            requireShape(i, savedMeans.get(i));
            requireShape(i, savedSquares.get(i));
        }
        this.steps = steps;
        for (int i = 0; i < means.size(); i++) {
            means.get(i).copyInPlace(savedMeans.get(i));
            squares.get(i).copyInPlace(savedSquares.get(i));
        }
    }

    /** A copy would stretch a smaller tensor over the larger one without a word. */
    private void requireShape(int index, Tensor saved) {
        if (!Arrays.equals(saved.shape(), means.get(index).shape())) {
            throw new IllegalArgumentException("the saved optimiser state of "
                    + parameters.get(index).name() + " has shape " + Arrays.toString(saved.shape())
                    + ": the weight has "
                    + Arrays.toString(means.get(index).shape()));
        }
    }

    @Override
    public void close() {
        means.forEach(Tensor::close);
        squares.forEach(Tensor::close);
    }
}
