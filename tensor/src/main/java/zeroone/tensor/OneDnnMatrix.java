package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** A matrix that oneDNN packs and multiplies: float32, bfloat16, or int8 with one scale an output. */
final class OneDnnMatrix implements PackedMatrix {
    /** The layout is chosen for this many rows and used for any number. */
    private static final int TYPICAL_ROWS = 32;

    private static final int ALIGNMENT = 64;

    private final int outputs;
    private final int inputs;
    private final WeightFormat format;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment layout; // of the packed weights; owned by chosen
    private final MemorySegment chosen;
    private final MemorySegment data;
    private final MemorySegment weights;
    private final MemorySegment scaleData; // float32 [N]; of int8 weights only
    private final MemorySegment scales;

    /**
     * @param weights float32 [N, K], on the CPU
     */
    OneDnnMatrix(Tensor weights, WeightFormat format) {
        this.outputs = Math.toIntExact(weights.size(0));
        this.inputs = Math.toIntExact(weights.size(1));
        this.format = format;
        MemorySegment any = OneDnn.any(weightCode(), inputs, outputs);
        this.chosen = description(TYPICAL_ROWS, any, outputs, false);
        OneDnn.freeLayout(any);
        this.layout = OneDnn.layout(chosen, OneDnn.QUERY_WEIGHTS);
        this.data = HugePages.allocate(arena, OneDnn.size(layout));
        this.weights = OneDnn.memory(layout, data);
        this.scaleData = arena.allocate((long) outputs * Float.BYTES, ALIGNMENT);
        MemorySegment scaleLayout = OneDnn.vector(OneDnn.TYPE_FLOAT32, outputs);
        this.scales = OneDnn.memory(scaleLayout, scaleData);
        OneDnn.freeLayout(scaleLayout);
        load(weights);
    }

    private int activationCode() {
        return format == WeightFormat.FLOAT32 ? OneDnn.TYPE_FLOAT32 : OneDnn.TYPE_BFLOAT16;
    }

    private int weightCode() {
        return switch (format) {
            case FLOAT32 -> OneDnn.TYPE_FLOAT32;
            case BFLOAT16 -> OneDnn.TYPE_BFLOAT16;
            case INT8 -> OneDnn.TYPE_INT8;
            case INT4 -> throw new IllegalArgumentException("oneDNN has no product of this kind: " + format);
        };
    }

    private MemorySegment description(int rows, MemorySegment weightLayout, long targetStride, boolean add) {
        MemorySegment source = OneDnn.rows(activationCode(), rows, inputs, inputs);
        MemorySegment target = OneDnn.rows(OneDnn.TYPE_FLOAT32, rows, outputs, targetStride);
        try {
            return OneDnn.product(source, weightLayout, target, add, format == WeightFormat.INT8);
        } finally {
            OneDnn.freeLayout(source);
            OneDnn.freeLayout(target);
        }
    }

    @Override
    public void load(Tensor values) {
        PackedMatrix.require(values, outputs, inputs);
        try (TensorScope _ = new TensorScope();
                Arena scratch = Arena.ofConfined()) {
            MemorySegment plain = values.detach().contiguous().memory();
            if (format == WeightFormat.INT8) {
                Int8Rows rows = Int8Rows.of(plain, outputs, inputs, scratch);
                scaleData.copyFrom(rows.scales());
                pack(rows.values(), OneDnn.TYPE_INT8, scratch);
            } else {
                pack(plain, OneDnn.TYPE_FLOAT32, scratch);
            }
        }
    }

    private void pack(MemorySegment plain, int type, Arena scratch) {
        MemorySegment plainLayout = OneDnn.strided(type, inputs, outputs, 1, inputs);
        MemorySegment source = OneDnn.memory(plainLayout, plain);
        MemorySegment description = OneDnn.reorder(plainLayout, layout);
        MemorySegment reorder = OneDnn.primitive(description);
        MemorySegment stream = OneDnn.stream();
        OneDnn.execute(reorder, stream, 2, arguments(scratch, OneDnn.SOURCE, source, OneDnn.TARGET, weights));
        OneDnn.freeStream(stream);
        OneDnn.freePrimitive(reorder);
        OneDnn.freeDescription(description);
        OneDnn.freeMemory(source);
        OneDnn.freeLayout(plainLayout);
    }

    @Override
    public Product product(int rows, MemorySegment x, MemorySegment y, long stride, boolean add) {
        if (rows == 1 && RowProduct.Matrix.fits(format, layout)) {
            RowProduct.Matrix matrix = new RowProduct.Matrix(outputs, inputs, format, data, scaleData);
            Optional<RowProduct.Chunk> chunk = RowProduct.Chunk.of(matrix, this::multiplyTwo);
            if (chunk.isPresent()) {
                return chunk.get().product(matrix, x, y, add);
            }
        }
        return new OneDnnProduct(rows, x, y, stride, add);
    }

    private void multiplyTwo(MemorySegment x, MemorySegment y) {
        try (OneDnnProduct product = new OneDnnProduct(2, x, y, outputs, false)) {
            product.run();
        }
    }

    @Override
    public boolean readyForAnyRows() {
        return false;
    }

    @Override
    public long bytes() {
        return OneDnn.size(layout) + (format == WeightFormat.INT8 ? scaleData.byteSize() : 0);
    }

    @Override
    public void close() {
        OneDnn.freeMemory(weights);
        OneDnn.freeMemory(scales);
        OneDnn.freeDescription(chosen);
        arena.close();
    }

    private static MemorySegment arguments(Arena arena, Object... pairs) {
        MemorySegment arguments = arena.allocate(8L * pairs.length, 8);
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.set(ValueLayout.JAVA_INT, 8L * i, (int) pairs[i]);
            arguments.set(ValueLayout.ADDRESS, 8L * i + 8, (MemorySegment) pairs[i + 1]);
        }
        return arguments;
    }

    private final class OneDnnProduct implements Product {
        private final Arena own = Arena.ofShared();
        private final MemorySegment stream = OneDnn.stream();
        private final MemorySegment primitive;
        private final MemorySegment source;
        private final MemorySegment target;
        private final MemorySegment scratchpad;
        private final MemorySegment arguments;

        private OneDnnProduct(int rows, MemorySegment x, MemorySegment y, long stride, boolean add) {
            MemorySegment description = description(rows, layout, stride, add);
            this.primitive = OneDnn.primitive(description);
            MemorySegment sourceLayout = OneDnn.rows(activationCode(), rows, inputs, inputs);
            MemorySegment targetLayout = OneDnn.rows(OneDnn.TYPE_FLOAT32, rows, outputs, stride);
            this.source = OneDnn.memory(sourceLayout, x);
            this.target = OneDnn.memory(targetLayout, y);
            MemorySegment scratchLayout = OneDnn.layout(description, OneDnn.QUERY_SCRATCHPAD);
            this.scratchpad = OneDnn.memory(
                    scratchLayout, own.allocate(Math.max(ALIGNMENT, OneDnn.size(scratchLayout)), ALIGNMENT));
            this.arguments = OneDnnMatrix.arguments(
                    own,
                    OneDnn.SOURCE,
                    source,
                    OneDnn.WEIGHTS,
                    weights,
                    OneDnn.TARGET,
                    target,
                    OneDnn.SCRATCHPAD,
                    scratchpad,
                    OneDnn.SCALES | OneDnn.WEIGHTS,
                    scales);
            OneDnn.freeLayout(sourceLayout);
            OneDnn.freeLayout(targetLayout);
            OneDnn.freeDescription(description);
        }

        @Override
        public void run() {
            int before = OneDnn.threads(1);
            OneDnn.execute(primitive, stream, format == WeightFormat.INT8 ? 5 : 4, arguments);
            OneDnn.threads(before);
        }

        @Override
        public void close() {
            OneDnn.freeStream(stream);
            OneDnn.freePrimitive(primitive);
            OneDnn.freeMemory(source);
            OneDnn.freeMemory(target);
            OneDnn.freeMemory(scratchpad);
            own.close();
        }
    }
}
