package zeroone.model.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A safetensors file, mapped into memory: weights are read from the disk when they are first touched. The reader accepts what
 * keeps every rule of the format and nothing else. Thread-safe; the tensors' memory is gone once it is closed.
 */
public final class SafetensorsFile implements AutoCloseable {
    /** The limit of the reference implementation: no model comes near it, a damaged length does. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final Arena arena;
    private final SortedMap<String, TensorEntry> tensors;
    private final Map<String, String> metadata;

    private SafetensorsFile(
            Path file, Arena arena, SortedMap<String, TensorEntry> tensors, Map<String, String> metadata) {
        this.file = file;
        this.arena = arena;
        this.tensors = Collections.unmodifiableSortedMap(tensors);
        this.metadata = Map.copyOf(metadata);
    }

    /**
     * Maps a file.
     *
     * @throws ModelFormatException if it is missing or breaks a rule of the format
     */
    @SuppressWarnings("MustBeClosedChecker") // The file returned owns the arena; every other way out closes it.
    public static SafetensorsFile open(Path file) {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (NoSuchFileException e) {
            arena.close();
            throw new ModelFormatException(file, "does not exist: a model directory must have its weights", e);
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static SafetensorsFile read(Path file, Arena arena, MemorySegment bytes) {
        if (bytes.byteSize() < LENGTH_BYTES) {
            throw new ModelFormatException(
                    file, "a safetensors file begins with 8 bytes of header length: it has " + bytes.byteSize());
        }
        long headerLength = bytes.get(LENGTH, 0);
        long rest = bytes.byteSize() - LENGTH_BYTES;
        if (headerLength < 0 || headerLength > Math.min(rest, LONGEST_HEADER)) {
            throw new ModelFormatException(
                    file,
                    "the header length must be at most what the file has left (" + rest + " bytes) and "
                            + LONGEST_HEADER + ": " + Long.toUnsignedString(headerLength));
        }
        byte[] json = bytes.asSlice(LENGTH_BYTES, headerLength).toArray(ValueLayout.JAVA_BYTE);
        if (json.length == 0 || json[0] != '{') {
            throw new ModelFormatException(file, "the header must begin with '{': is this a safetensors file?");
        }
        MemorySegment data = bytes.asSlice(LENGTH_BYTES + headerLength);
        SafetensorsHeader header = SafetensorsHeader.parse(file, json, data.byteSize());
        SortedMap<String, TensorEntry> tensors = new TreeMap<>();
        for (SafetensorsHeader.Slot slot : header.slots()) {
            MemorySegment slice = data.asSlice(slot.begin(), slot.end() - slot.begin());
            tensors.put(slot.name(), new TensorEntry(slot.name(), slot.dtype(), slot.shape(), slice));
        }
        return new SafetensorsFile(file, arena, tensors, header.metadata());
    }

    /** All tensors by name. */
    public SortedMap<String, TensorEntry> tensors() {
        return tensors;
    }

    /**
     * One tensor.
     *
     * @throws ModelFormatException if the file has none of this name
     */
    public TensorEntry tensor(String name) {
        TensorEntry tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFormatException(
                    file, "has no tensor " + name + " among its " + tensors.size() + ": is it another architecture?");
        }
        return tensor;
    }

    /** The strings of {@code __metadata__}. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Writes a file that PyTorch's loaders read: {@code format} is {@code pt}. It replaces an old one only once it is complete
     * and on the disk.
     *
     * @throws IllegalArgumentException if two tensors have the same name
     */
    public static void write(Path file, Collection<TensorEntry> tensors) {
        SafetensorsWriter.write(file, tensors);
    }

    /** Releases the mapping; the data of its tensors must not be used any more. */
    @Override
    public void close() {
        arena.close();
    }
}
