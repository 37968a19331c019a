package zeroone.model.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays tensors out as the reference implementation does: widest elements first, so that all are aligned, then by name. */
final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;
    private static final long SLICE = 1 << 30;

    private SafetensorsWriter() {}

    static void write(Path file, Collection<TensorEntry> tensors) {
        List<TensorEntry> ordered = new ArrayList<>(tensors);
        ordered.sort(
                Comparator.comparingInt((TensorEntry tensor) -> -tensor.dtype().bytes())
                        .thenComparing(TensorEntry::name));
        byte[] header = header(ordered);
        try {
            AtomicFile.write(file, channel -> {
                ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                AtomicFile.writeFully(channel, length.putLong(0, header.length));
                AtomicFile.writeFully(channel, ByteBuffer.wrap(header));
                for (TensorEntry tensor : ordered) {
                    MemorySegment data = tensor.data();
                    for (long at = 0; at < data.byteSize(); at += SLICE) {
                        MemorySegment slice = data.asSlice(at, Math.min(SLICE, data.byteSize() - at));
                        AtomicFile.writeFully(channel, slice.asByteBuffer());
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static byte[] header(List<TensorEntry> ordered) {
        Set<String> names = new HashSet<>();
        ObjectNode header = JsonMapper.shared().createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (TensorEntry tensor : ordered) {
            if (!names.add(tensor.name()) || tensor.name().equals("__metadata__")) {
                throw new IllegalArgumentException(
                        "tensors need names of their own, other than __metadata__: " + tensor.name());
            }
            ObjectNode entry = header.putObject(tensor.name());
            entry.put("dtype", tensor.dtype().name());
            ArrayNode shape = entry.putArray("shape");
            for (long dimension : tensor.shape()) {
                shape.add(dimension);
            }
            long end = Math.addExact(at, tensor.data().byteSize());
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        String json = header.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
    }
}
