package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import zeroone.tensor.PackedMatrix;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.tensor.WeightFormat;

/**
 * A weight matrix cut by its outputs into one part for each member of a crew: where they work together, all read the same
 * rows and each writes its own columns, so no sums have to be exchanged.
 */
final class Projection implements AutoCloseable {
    private final Function<Activations, Rows> x;
    private final Function<Activations, Rows> y;
    private final boolean add;
    private final List<Part> parts = new ArrayList<>();

    /** Some outputs of the matrix, with the products that were compiled so far: by number of the activations, then by rows. */
    private record Part(
            Supplier<Tensor> weights,
            int column,
            PackedMatrix matrix,
            List<Map<Integer, PackedMatrix.Product>> products) {}

    /**
     * @param x what is multiplied
     * @param y where the products go
     * @param add to what is there
     */
    Projection(Function<Activations, Rows> x, Function<Activations, Rows> y, boolean add) {
        this.x = x;
        this.y = y;
        this.add = add;
    }

    /**
     * Adds the next part.
     *
     * @param weights gives the float32 rows [n, K] of the matrix that are this part; asked again after they changed
     * @param column of y where the results go
     * @param passes how many activations there are that it is to multiply
     */
    void add(Supplier<Tensor> weights, int column, WeightFormat format, int passes) {
        try (TensorScope _ = new TensorScope()) {
            parts.add(new Part(
                    weights,
                    column,
                    PackedMatrix.of(weights.get(), format),
                    Stream.generate(HashMap<Integer, PackedMatrix.Product>::new)
                            .limit(passes)
                            .<Map<Integer, PackedMatrix.Product>>map(map -> map)
                            .toList()));
        }
    }

    /** Multiplies the first rows, or some more that are there, by a member's parts. */
    void run(Activations activations, int rows, int member, int members) {
        for (int index = member; index < parts.size(); index += members) {
            Part part = parts.get(index);
            if (part.matrix.readyForAnyRows()) {
                product(part, activations, rows).run();
                continue;
            }
            int prepared = RowCounts.rounded(rows);
            part.products
                    .get(activations.number())
                    .computeIfAbsent(prepared, _ -> product(part, activations, prepared))
                    .run();
        }
    }

    private PackedMatrix.Product product(Part part, Activations activations, int rows) {
        Rows target = y.apply(activations);
        return part.matrix.product(
                rows, x.apply(activations).memory(), target.fromColumn(part.column), target.width(), add);
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
            part.products.forEach(products -> products.values().forEach(PackedMatrix.Product::close));
            part.matrix.close();
        }
    }
}
