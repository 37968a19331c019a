package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A multi-dimensional array in native memory. Operations make new tensors that belong to the innermost {@link
 * TensorScope}; those whose name ends in {@code InPlace} change this one and return it. Shapes are written in brackets,
 * {@code [B, T, D]}.
 */
public final class Tensor implements AutoCloseable {
    final org.bytedeco.pytorch.Tensor torch;

    Tensor(org.bytedeco.pytorch.Tensor torch) {
        this.torch = torch;
    }

    // ---- making -----------------------------------------------------------------------------------------------

    public static Tensor zeros(DType dtype, Device device, long... shape) {
        return new Tensor(org.bytedeco.pytorch.global.torch.zeros(shape, options(dtype, device)));
    }

    public static Tensor full(double value, DType dtype, Device device, long... shape) {
        return zeros(dtype, device, shape).fillInPlace(value);
    }

    public static Tensor of(float[] values, Device device, long... shape) {
        requireSize(values.length, shape);
        return new Tensor(org.bytedeco.pytorch.Tensor.create(values, shape)).to(device);
    }

    public static Tensor of(int[] values, Device device, long... shape) {
        requireSize(values.length, shape);
        return new Tensor(org.bytedeco.pytorch.Tensor.create(values, shape)).to(device);
    }

    public static Tensor of(long[] values, Device device, long... shape) {
        requireSize(values.length, shape);
        return new Tensor(org.bytedeco.pytorch.Tensor.create(values, shape)).to(device);
    }

    /** A copy of raw little-endian elements. */
    public static Tensor of(MemorySegment bytes, DType dtype, Device device, long... shape) {
        long needed = elements(shape) * dtype.bytes();
        if (bytes.byteSize() != needed) {
            throw new IllegalArgumentException("a " + dtype + " tensor of shape " + Arrays.toString(shape) + " needs "
                    + needed + " bytes: " + bytes.byteSize() + " given");
        }
        Tensor host = new Tensor(org.bytedeco.pytorch.global.torch.empty(shape, options(dtype, Device.CPU), null));
        host.segment().copyFrom(bytes);
        return host.to(device);
    }

    /** Before anything native is touched: libtorch's binding would write past the end, or leave a rest unset. */
    private static void requireSize(long given, long... shape) {
        if (elements(shape) != given) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + elements(shape) + " values: " + given + " given");
        }
    }

    private static long elements(long... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private static TensorOptions options(DType dtype, Device device) {
        TensorOptions options = new TensorOptions(dtype.scalarType);
        return device == Device.CPU
                ? options
                : options.device(new org.bytedeco.pytorch.DeviceOptional(device.torchDevice()));
    }

    // ---- looking ----------------------------------------------------------------------------------------------

    public long[] shape() {
        long[] shape = new long[(int) torch.dim()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = torch.size(i);
        }
        return shape;
    }

    public long size(int dimension) {
        return torch.size(dimension);
    }

    public long elements() {
        return torch.numel();
    }

    public DType dtype() {
        return DType.of(torch.scalar_type().intern());
    }

    /** The only element of a tensor that has one. */
    public double item() {
        return torch.item_double();
    }

    public float[] toFloats() {
        float[] values = new float[Math.toIntExact(elements())];
        copyTo(values);
        return values;
    }

    /** Copies all elements, in row-major order, as float32 into the start of {@code values}. */
    public void copyTo(float[] values) {
        if (elements() == 0) {
            return; // nothing native to point at
        }
        try (TensorScope _ = new TensorScope()) {
            Tensor host = to(DType.FLOAT32).to(Device.CPU).contiguous();
            FloatPointer pointer = host.torch.data_ptr_float();
            pointer.get(values, 0, Math.toIntExact(elements()));
        }
    }

    public long[] toLongs() {
        long[] values = new long[Math.toIntExact(elements())];
        if (values.length == 0) {
            return values;
        }
        try (TensorScope _ = new TensorScope()) {
            LongPointer pointer =
                    to(DType.INT64).to(Device.CPU).contiguous().torch.data_ptr_long();
            pointer.get(values);
            return values;
        }
    }

    /** The raw little-endian elements, in row-major order. */
    public byte[] toBytes() {
        try (TensorScope _ = new TensorScope()) {
            return to(Device.CPU).contiguous().segment().toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /**
     * The elements themselves, not a copy: valid while this tensor is.
     *
     * @throws IllegalStateException if they are not on the CPU, or not one after the other in row-major order
     */
    public MemorySegment memory() {
        if (torch.is_cuda() || !torch.is_contiguous()) {
            throw new IllegalStateException("only a contiguous tensor on the CPU has memory to look at: " + this);
        }
        return segment();
    }

    private MemorySegment segment() {
        if (elements() == 0) {
            return MemorySegment.ofArray(new byte[0]); // libtorch has no address for it
        }
        return MemorySegment.ofAddress(torch.data_ptr().address()).reinterpret(torch.nbytes());
    }

    // ---- shape ------------------------------------------------------------------------------------------------

    public Tensor reshape(long... shape) {
        return new Tensor(torch.reshape(shape));
    }

    public Tensor transpose(int a, int b) {
        return new Tensor(torch.transpose(a, b));
    }

    /** The part of a dimension from {@code start}, {@code length} long; a view. */
    public Tensor narrow(int dimension, long start, long length) {
        return new Tensor(torch.narrow(dimension, start, length));
    }

    public Tensor unsqueeze(int dimension) {
        return new Tensor(torch.unsqueeze(dimension));
    }

    /** Repeats dimensions of size one without copying; -1 leaves a dimension as it is. */
    public Tensor expand(long... shape) {
        return new Tensor(torch.expand(shape));
    }

    public Tensor contiguous() {
        return new Tensor(torch.contiguous());
    }

    public static Tensor concatenate(int dimension, List<Tensor> tensors) {
        TensorVector vector = new TensorVector(
                tensors.stream().map(tensor -> tensor.torch).toArray(org.bytedeco.pytorch.Tensor[]::new));
        return new Tensor(org.bytedeco.pytorch.global.torch.cat(vector, dimension));
    }

    /** Rows (entries of {@code dimension}) in the order of the int64 or int32 {@code index}, as a copy. */
    public Tensor indexSelect(int dimension, Tensor index) {
        return new Tensor(torch.index_select(dimension, index.torch));
    }

    /** Along {@code dimension}, the element that {@code index} (int64, same rank) names. */
    public Tensor gather(int dimension, Tensor index) {
        return new Tensor(torch.gather(dimension, index.torch));
    }

    public Tensor to(DType dtype) {
        return dtype.scalarType == torch.scalar_type().intern() ? this : new Tensor(torch.to(dtype.scalarType));
    }

    public Tensor to(Device device) {
        if (device == Device.CPU && torch.is_cpu()) {
            return this;
        }
        return new Tensor(torch.to(device.torchDevice(), torch.scalar_type()));
    }

    public Tensor copy() {
        return new Tensor(torch.clone());
    }

    // ---- arithmetic -------------------------------------------------------------------------------------------

    public Tensor add(Tensor other) {
        return new Tensor(torch.add(other.torch));
    }

    public Tensor subtract(Tensor other) {
        return new Tensor(torch.sub(other.torch));
    }

    public Tensor multiply(Tensor other) {
        return new Tensor(torch.mul(other.torch));
    }

    public Tensor multiply(double factor) {
        return new Tensor(torch.mul(new Scalar(factor)));
    }

    /** this + a * b, elementwise. */
    public Tensor addProduct(Tensor a, Tensor b) {
        return new Tensor(org.bytedeco.pytorch.global.torch.addcmul(torch, a.torch, b.torch));
    }

    public Tensor matmul(Tensor other) {
        return new Tensor(torch.matmul(other.torch));
    }

    /** x W^T for weights [out, in] and x [..., in]. */
    public Tensor linear(Tensor weight) {
        return new Tensor(org.bytedeco.pytorch.global.torch.linear(torch, weight.torch));
    }

    public Tensor silu() {
        return new Tensor(org.bytedeco.pytorch.global.torch.silu(torch));
    }

    public Tensor exp() {
        return new Tensor(torch.exp());
    }

    public Tensor minimum(Tensor other) {
        return new Tensor(org.bytedeco.pytorch.global.torch.minimum(torch, other.torch));
    }

    public Tensor clamp(double low, double high) {
        return new Tensor(torch.clamp(
                new org.bytedeco.pytorch.ScalarOptional(new Scalar(low)),
                new org.bytedeco.pytorch.ScalarOptional(new Scalar(high))));
    }

    /** Moves the elements of the last dimension cyclically by {@code shift}. */
    public Tensor roll(long shift) {
        return new Tensor(org.bytedeco.pytorch.global.torch.roll(torch, new long[] {shift}, -1L));
    }

    public Tensor softmax(int dimension) {
        return new Tensor(torch.softmax(dimension));
    }

    public Tensor logSoftmax(int dimension) {
        return new Tensor(torch.log_softmax(dimension));
    }

    public Tensor sum() {
        return new Tensor(torch.sum());
    }

    public Tensor sum(int dimension) {
        return new Tensor(torch.sum(dimension));
    }

    /** x / sqrt(mean(x^2) + epsilon) * weight over the last dimension. */
    public Tensor rmsNorm(Tensor weight, double epsilon) {
        return new Tensor(org.bytedeco.pytorch.global.torch.rms_norm(
                torch, new long[] {torch.size(-1)}, new TensorOptional(weight.torch), new DoubleOptional(epsilon)));
    }

    /** Rows of this [V, D] for int64 or int32 ids of any shape. */
    public Tensor embedding(Tensor ids) {
        return new Tensor(org.bytedeco.pytorch.global.torch.embedding(torch, ids.torch));
    }

    /**
     * softmax(q k^T / sqrt(D)) v for q [B, H, T, D] and k, v [B, Hkv, S, D]; query heads share key heads in groups.
     *
     * @param causal position t sees the keys up to t; needs T = S
     */
    public static Tensor attention(Tensor q, Tensor k, Tensor v, boolean causal) {
        return new Tensor(org.bytedeco.pytorch.global.torch.scaled_dot_product_attention(
                q.torch,
                k.torch,
                v.torch,
                new TensorOptional(),
                0,
                causal,
                new DoubleOptional(),
                q.size(1) != k.size(1)));
    }

    // ---- in place ---------------------------------------------------------------------------------------------

    public Tensor fillInPlace(double value) {
        torch.fill_(new Scalar(value));
        return this;
    }

    public Tensor copyInPlace(Tensor source) {
        torch.copy_(source.torch);
        return this;
    }

    public Tensor addInPlace(Tensor other) {
        torch.add_(other.torch);
        return this;
    }

    public Tensor multiplyInPlace(double factor) {
        torch.mul_(new Scalar(factor));
        return this;
    }

    /** Sets the entries of {@code dimension} that the int64 {@code index} names. */
    public Tensor indexCopyInPlace(int dimension, Tensor index, Tensor source) {
        torch.index_copy_(dimension, index.torch, source.torch);
        return this;
    }

    // ---- gradients --------------------------------------------------------------------------------------------

    Tensor requireGradients() {
        torch.requires_grad_(true);
        return this;
    }

    /** Adds d(this)/d(parameter) to the gradient of every parameter this scalar depends on. */
    public void backward() {
        torch.backward();
    }

    /** The same values, cut off from what computed them. */
    public Tensor detach() {
        return new Tensor(torch.detach());
    }

    /** Takes this tensor out of the care of scopes: it lives until it is closed. For what a long-lived object owns. */
    public Tensor retain() {
        torch.retainReference();
        return this;
    }

    @Override
    public void close() {
        torch.close();
    }

    @Override
    public String toString() {
        return dtype() + Arrays.toString(shape());
    }
}
