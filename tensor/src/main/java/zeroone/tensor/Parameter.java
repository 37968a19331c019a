package zeroone.tensor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A weight that is learned: kept in float32, used in the precision of the computation. While gradients are recorded each
 * use casts anew, so that the gradient reaches the float32 weight; otherwise the cast is made once and kept until the
 * weight {@linkplain #changed changes}.
 */
public final class Parameter implements AutoCloseable {
    private final String name;
    private final Tensor master;
    private final Map<DType, Tensor> casts = new EnumMap<>(DType.class);
    private final AtomicLong version = new AtomicLong();

    /** Takes a copy of the values. */
    public Parameter(String name, Tensor values) {
        this.name = name;
        try (TensorScope _ = new TensorScope()) {
            this.master = values.to(DType.FLOAT32).detach().copy().requireGradients();
            master.torch.retainReference(); // outlives whatever scope is open where the model is made
        }
    }

    private Parameter(Parameter original) {
        this.name = original.name;
        try (TensorScope _ = new TensorScope()) {
            this.master = original.master.detach().requireGradients();
            master.torch.retainReference();
        }
    }

    /** The same weight, in the same memory, with a gradient of its own: for a thread that works beside another. */
    public Parameter replica() {
        return new Parameter(this);
    }

    /** Adds the gradient of a replica to this one's and clears it there. */
    public void takeGradient(Parameter replica) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            replica.gradient().ifPresent(theirs -> {
                Optional<Tensor> own = gradient();
                if (own.isPresent()) {
                    own.get().addInPlace(theirs);
                } else {
                    master.torch.mutable_grad().put(theirs.copy().torch);
                }
                theirs.fillInPlace(0);
            });
        }
    }

    public String name() {
        return name;
    }

    /** The float32 weight itself. */
    public Tensor value() {
        return master;
    }

    /** The weight in the precision of a computation. Threads that sample at the same time share the cast. */
    public synchronized Tensor as(DType dtype) {
        if (dtype == DType.FLOAT32) {
            return master;
        }
        if (Gradients.recorded()) {
            return master.to(dtype);
        }
        return casts.computeIfAbsent(dtype, type -> {
            Tensor cast = master.to(type);
            cast.torch.retainReference();
            return cast;
        });
    }

    /** Must be called after the values were written to: casts made from the old ones are brought up to date. */
    public void changed() {
        version.incrementAndGet();
        try (Gradients _ = Gradients.off()) {
            casts.values().forEach(cast -> cast.copyInPlace(master));
        }
    }

    /** Counts the changes, for those who keep a copy in a form of their own. */
    public long version() {
        return version.get();
    }

    /** Writes new values. */
    public void set(Tensor values) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            master.copyInPlace(values);
        }
        changed();
    }

    public Optional<Tensor> gradient() {
        org.bytedeco.pytorch.Tensor gradient = master.torch.grad();
        return gradient.defined() ? Optional.of(new Tensor(gradient)) : Optional.empty();
    }

    void clearGradient() {
        try (TensorScope _ = new TensorScope()) {
            org.bytedeco.pytorch.Tensor gradient = master.torch.grad();
            if (gradient.defined()) {
                gradient.zero_();
            }
        }
    }

    @Override
    public void close() {
        casts.values().forEach(Tensor::close);
        casts.clear();
        master.close();
    }
}
