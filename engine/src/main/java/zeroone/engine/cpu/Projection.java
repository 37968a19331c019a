package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import zeroone.tensor.PackedMatrix;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.tensor.WeightFormat;

/**
 * A weight matrix cut by its outputs into one part for each member of a crew: all of them read the same rows and each
 * writes its own columns, so no sums have to be exchanged.
 */
final class Projection implements AutoCloseable {
    private final Rows x;
    private final Rows y;
    private final boolean add;
    private final List<Part> parts = new ArrayList<>();

    /** The share of one member, with the products it has needed so far, by number of rows. */
    private record Part(
            Supplier<Tensor> weights, int column, PackedMatrix matrix, Map<Integer, PackedMatrix.Product> products) {}

    /**
     * @param x what is multiplied
     * @param y where the products go
     * @param add to what is there
     */
    Projection(Rows x, Rows y, boolean add) {
        this.x = x;
        this.y = y;
        this.add = add;
    }

    /**
     * Adds the part of the next member.
     *
     * @param weights gives the float32 rows [n, K] of the matrix that are this part; asked again after they changed
     * @param column of y where the results go
     */
    void add(Supplier<Tensor> weights, int column, WeightFormat format) {
        try (TensorScope _ = new TensorScope()) {
            parts.add(new Part(weights, column, PackedMatrix.of(weights.get(), format), new HashMap<>()));
        }
    }

    /** Multiplies the first rows by the member's part. */
    void run(int member, int rows) {
        if (member >= parts.size()) {
            return; // fewer columns than members
        }
        Part part = parts.get(member);
        PackedMatrix.Product product = part.products.get(rows);
        if (product == null) {
            product = part.matrix.product(rows, x.memory(), y.fromColumn(part.column), y.width(), add);
            part.products.put(rows, product);
        }
        product.run();
    }

    void reload() {
        for (Part part : parts) {
            try (TensorScope _ = new TensorScope()) {
                part.matrix.load(part.weights.get());
            }
        }
    }

    long bytes() {
        return parts.stream().mapToLong(part -> part.matrix.bytes()).sum();
    }

    @Override
    public void close() {
        for (Part part : parts) {
            part.products.values().forEach(PackedMatrix.Product::close);
            part.matrix.close();
        }
    }
}
