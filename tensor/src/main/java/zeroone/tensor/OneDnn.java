package zeroone.tensor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Loader;

/**
 * The part of oneDNN's C interface that products of packed matrices need, called without a layer between. libtorch has
 * oneDNN inside, but a product through libtorch costs 15 to 60 microseconds beyond its arithmetic; this costs about one.
 *
 * <p>Enumerators and argument numbers are those of {@code dnnl_types.h} of oneDNN 3.
 */
final class OneDnn {
    static final int TAG_ANY = 1;
    static final int TAG_VECTOR = 2; // dnnl_a
    static final int QUERY_IMPLEMENTATION = 8;
    static final int QUERY_WEIGHTS = 131;
    static final int QUERY_SCRATCHPAD = 136;
    private static final int QUERY_INNER_BLOCK_COUNT = 263;
    private static final int QUERY_INNER_BLOCKS = 264;
    private static final int QUERY_INNER_INDICES = 265;
    static final int SOURCE = 1;
    static final int TARGET = 17;
    static final int WEIGHTS = 33;
    static final int SCRATCHPAD = 80;
    static final int SCALES = 4096;
    static final int TYPE_BFLOAT16 = 2;
    static final int TYPE_FLOAT32 = 3;
    static final int TYPE_INT8 = 5;

    private static final int CPU = 1;
    private static final int IN_ORDER = 1;
    private static final int USER_SCRATCHPAD = 1;
    private static final int MATH_BFLOAT16 = 1;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = load();

    private static final MethodHandle MEMORY_DESC_TAG =
            status("dnnl_memory_desc_create_with_tag", ADDRESS, INT, ADDRESS, INT, INT);
    private static final MethodHandle MEMORY_DESC_STRIDES =
            status("dnnl_memory_desc_create_with_strides", ADDRESS, INT, ADDRESS, INT, ADDRESS);
    private static final MethodHandle MEMORY_DESC_DESTROY = status("dnnl_memory_desc_destroy", ADDRESS);
    private static final MethodHandle MEMORY_DESC_QUERY = status("dnnl_memory_desc_query", ADDRESS, INT, ADDRESS);
    private static final MethodHandle MATMUL_DESC =
            status("dnnl_matmul_primitive_desc_create", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle REORDER_DESC =
            status("dnnl_reorder_primitive_desc_create", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle PRIMITIVE_DESC_DESTROY = status("dnnl_primitive_desc_destroy", ADDRESS);
    private static final MethodHandle QUERY = status("dnnl_primitive_desc_query", ADDRESS, INT, INT, ADDRESS);
    private static final MethodHandle PRIMITIVE = status("dnnl_primitive_create", ADDRESS, ADDRESS);
    private static final MethodHandle PRIMITIVE_DESTROY = status("dnnl_primitive_destroy", ADDRESS);
    private static final MethodHandle EXECUTE = status("dnnl_primitive_execute", ADDRESS, ADDRESS, INT, ADDRESS);
    private static final MethodHandle MEMORY = status("dnnl_memory_create", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle MEMORY_DESTROY = status("dnnl_memory_destroy", ADDRESS);
    private static final MethodHandle STREAM = status("dnnl_stream_create", ADDRESS, ADDRESS, INT);
    private static final MethodHandle STREAM_DESTROY = status("dnnl_stream_destroy", ADDRESS);
    private static final MethodHandle ATTRIBUTES = status("dnnl_primitive_attr_create", ADDRESS);
    private static final MethodHandle ATTRIBUTES_DESTROY = status("dnnl_primitive_attr_destroy", ADDRESS);
    private static final MethodHandle ATTRIBUTES_POST = status("dnnl_primitive_attr_set_post_ops", ADDRESS, ADDRESS);
    private static final MethodHandle ATTRIBUTES_SCRATCHPAD =
            status("dnnl_primitive_attr_set_scratchpad_mode", ADDRESS, INT);
    private static final MethodHandle ATTRIBUTES_SCALES =
            status("dnnl_primitive_attr_set_scales", ADDRESS, INT, INT, INT, ADDRESS, INT);
    private static final MethodHandle ATTRIBUTES_MATH =
            status("dnnl_primitive_attr_set_fpmath_mode_v2", ADDRESS, INT, INT);
    private static final MethodHandle POST = status("dnnl_post_ops_create", ADDRESS);
    private static final MethodHandle POST_DESTROY = status("dnnl_post_ops_destroy", ADDRESS);
    private static final MethodHandle POST_SUM =
            status("dnnl_post_ops_append_sum", ADDRESS, ValueLayout.JAVA_FLOAT, INT, INT);
    private static final MethodHandle SIZE =
            LINKER.downcallHandle(symbol("dnnl_memory_desc_get_size"), FunctionDescriptor.of(LONG, ADDRESS));
    private static final MethodHandle THREADS = LINKER.downcallHandle(
            symbol("omp_set_num_threads"), FunctionDescriptor.ofVoid(INT), Linker.Option.critical(false));
    private static final MethodHandle GET_THREADS = LINKER.downcallHandle(
            symbol("omp_get_max_threads"), FunctionDescriptor.of(INT), Linker.Option.critical(false));

    private static final MemorySegment ENGINE = engine();

    private OneDnn() {}

    /** The library of this platform, unpacked by JavaCPP beside the OpenMP runtime that it needs. */
    private static SymbolLookup load() {
        String platform = Loader.getPlatform();
        String directory = "/org/bytedeco/dnnl/" + platform + "/";
        try {
            File library = null;
            for (String name : List.of("libgomp.so.1", "libomp.dylib", "libdnnl.so.3", "libdnnl.3.dylib", "dnnl.dll")) {
                File unpacked = Loader.cacheResource(OneDnn.class, directory + name);
                library = unpacked != null && name.contains("dnnl") ? unpacked : library;
            }
            if (library == null) {
                throw new IllegalStateException("oneDNN for " + platform
                        + " is not on the class path: the artifact is org.bytedeco:dnnl with classifier " + platform);
            }
            return SymbolLookup.libraryLookup(library.toPath(), Arena.global());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack oneDNN: " + failure.getMessage(), failure);
        }
    }

    private static MemorySegment symbol(String name) {
        return LIBRARY.find(name).orElseThrow(() -> new IllegalStateException("this oneDNN has no function " + name));
    }

    private static MethodHandle status(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), FunctionDescriptor.of(INT, arguments));
    }

    private static MemorySegment engine() {
        MethodHandle create = status("dnnl_engine_create", ADDRESS, INT, LONG);
        return made("engine", out -> (int) create.invokeExact(out, CPU, 0L));
    }

    /** Sets how many threads a product that is started from this thread may use; returns what it was. */
    static int threads(int count) {
        try {
            int before = (int) GET_THREADS.invokeExact();
            THREADS.invokeExact(count);
            return before;
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    static MemorySegment stream() {
        return made("stream", out -> (int) STREAM.invokeExact(out, ENGINE, IN_ORDER));
    }

    /** Rows one after the other, {@code stride} elements apart. */
    static MemorySegment rows(int type, long rows, long columns, long stride) {
        return strided(type, rows, columns, stride, 1);
    }

    static MemorySegment strided(int type, long rows, long columns, long rowStride, long columnStride) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment dims = arena.allocateFrom(LONG, rows, columns);
            MemorySegment strides = arena.allocateFrom(LONG, rowStride, columnStride);
            return made("memory layout", out -> (int) MEMORY_DESC_STRIDES.invokeExact(out, 2, dims, type, strides));
        }
    }

    static MemorySegment vector(int type, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment dims = arena.allocateFrom(LONG, length);
            return made("memory layout", out -> (int) MEMORY_DESC_TAG.invokeExact(out, 1, dims, type, TAG_VECTOR));
        }
    }

    /** A layout that oneDNN is to choose. */
    static MemorySegment any(int type, long rows, long columns) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment dims = arena.allocateFrom(LONG, rows, columns);
            return made("memory layout", out -> (int) MEMORY_DESC_TAG.invokeExact(out, 2, dims, type, TAG_ANY));
        }
    }

    static long size(MemorySegment layout) {
        try {
            return (long) SIZE.invokeExact(layout);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** How weights [inputs, outputs] lie within blocks, outermost first, such as "16 inputs, 64 outputs, 2 inputs". */
    static String innerBlocks(MemorySegment layout) {
        int count = (int) asked(layout, QUERY_INNER_BLOCK_COUNT).address() & 0xFF;
        MemorySegment sizes = asked(layout, QUERY_INNER_BLOCKS).reinterpret(count * LONG.byteSize());
        MemorySegment indices = asked(layout, QUERY_INNER_INDICES).reinterpret(count * LONG.byteSize());
        return IntStream.range(0, count)
                .mapToObj(i -> sizes.getAtIndex(LONG, i) + (indices.getAtIndex(LONG, i) == 0 ? " inputs" : " outputs"))
                .collect(Collectors.joining(", "));
    }

    /** A small number comes back as an address. */
    private static MemorySegment asked(MemorySegment layout, int what) {
        return made("layout", out -> (int) MEMORY_DESC_QUERY.invokeExact(layout, what, out));
    }

    /**
     * What a product is to be: target = source x weights, or target += source x weights.
     *
     * @param scaled weights are int8 and have one float32 scale a column
     */
    static MemorySegment product(
            MemorySegment source, MemorySegment weights, MemorySegment target, boolean add, boolean scaled) {
        MemorySegment attributes = made("attributes", out -> (int) ATTRIBUTES.invokeExact(out));
        MemorySegment post = made("post operations", out -> (int) POST.invokeExact(out));
        try {
            check("scratchpad", () -> (int) ATTRIBUTES_SCRATCHPAD.invokeExact(attributes, USER_SCRATCHPAD));
            if (add) {
                check("sum", () -> (int) POST_SUM.invokeExact(post, 1f, 0, 0));
                check("post operations", () -> (int) ATTRIBUTES_POST.invokeExact(attributes, post));
            }
            if (scaled) {
                int perColumn = 2;
                check("scales", () -> (int) ATTRIBUTES_SCALES.invokeExact(
                        attributes, WEIGHTS, perColumn, 0, MemorySegment.NULL, TYPE_FLOAT32));
                check("math mode", () -> (int) ATTRIBUTES_MATH.invokeExact(attributes, MATH_BFLOAT16, 1));
            }
            return made("product", out -> (int)
                    MATMUL_DESC.invokeExact(out, ENGINE, source, weights, MemorySegment.NULL, target, attributes));
        } finally {
            free(ATTRIBUTES_DESTROY, attributes);
            free(POST_DESTROY, post);
        }
    }

    static MemorySegment reorder(MemorySegment from, MemorySegment to) {
        return made(
                "reorder", out -> (int) REORDER_DESC.invokeExact(out, from, ENGINE, to, ENGINE, MemorySegment.NULL));
    }

    /** A layout that belongs to the description and lives as long. */
    static MemorySegment layout(MemorySegment description, int what) {
        return made("layout", out -> (int) QUERY.invokeExact(description, what, 0, out));
    }

    /** The name of the implementation that was chosen. */
    static String implementation(MemorySegment description) {
        return made("name", out -> (int) QUERY.invokeExact(description, QUERY_IMPLEMENTATION, 0, out))
                .reinterpret(256)
                .getString(0);
    }

    static MemorySegment primitive(MemorySegment description) {
        return made("primitive", out -> (int) PRIMITIVE.invokeExact(out, description));
    }

    static MemorySegment memory(MemorySegment layout, MemorySegment data) {
        return made("memory", out -> (int) MEMORY.invokeExact(out, layout, ENGINE, data));
    }

    /** @param arguments pairs of argument number and memory, 16 bytes each */
    static void execute(MemorySegment primitive, MemorySegment stream, int count, MemorySegment arguments) {
        int status;
        try {
            status = (int) EXECUTE.invokeExact(primitive, stream, count, arguments);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
        if (status != 0) {
            throw new IllegalStateException("oneDNN could not execute: status " + status);
        }
    }

    static void freeLayout(MemorySegment layout) {
        free(MEMORY_DESC_DESTROY, layout);
    }

    static void freeDescription(MemorySegment description) {
        free(PRIMITIVE_DESC_DESTROY, description);
    }

    static void freePrimitive(MemorySegment primitive) {
        free(PRIMITIVE_DESTROY, primitive);
    }

    static void freeMemory(MemorySegment memory) {
        free(MEMORY_DESTROY, memory);
    }

    static void freeStream(MemorySegment stream) {
        free(STREAM_DESTROY, stream);
    }

    private static void free(MethodHandle destroy, MemorySegment what) {
        check("destroy", () -> (int) destroy.invokeExact(what));
    }

    private interface Call {
        int run() throws Throwable;
    }

    private interface Maker {
        int make(MemorySegment out) throws Throwable;
    }

    private static MemorySegment made(String what, Maker maker) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            check(what, () -> maker.make(out));
            return out.get(ValueLayout.ADDRESS, 0);
        }
    }

    private static void check(String what, Call call) {
        int status;
        try {
            status = call.run();
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
        if (status != 0) {
            throw new IllegalStateException("oneDNN refused (" + what + "): status " + status);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a native call failed", failure);
    }
}
