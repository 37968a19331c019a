package zeroone.model.huggingface;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The header of a safetensors file, every rule of the format checked against the length of the data it describes. */
record SafetensorsHeader(List<Slot> slots, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where a tensor lies: bytes [begin, end) of the data that follows the header. */
    record Slot(String name, DataType dtype, long[] shape, long begin, long end) {}

    /**
     * @param json the header as it stands in the file
     * @param dataLength how many bytes follow it
     */
    static SafetensorsHeader parse(Path file, byte[] json, long dataLength) {
        JsonNode root;
        try {
            root = STRICT.readTree(json);
        } catch (JacksonException e) {
            throw new ModelFormatException(file, "the header is not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (!root.isObject()) {
            throw new ModelFormatException(file, "the header must be a JSON object: " + excerpt(root));
        }
        List<Slot> slots = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (entry.getKey().equals(METADATA)) {
                metadata.putAll(metadata(file, entry.getValue()));
            } else {
                slots.add(slot(file, entry.getKey(), entry.getValue()));
            }
        }
        slots.sort(Comparator.comparingLong(Slot::begin).thenComparingLong(Slot::end));
        requireTiling(file, slots, dataLength);
        return new SafetensorsHeader(List.copyOf(slots), metadata);
    }

    private static Map<String, String> metadata(Path file, JsonNode node) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw new ModelFormatException(file, METADATA + " must be an object of strings: " + excerpt(node));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isString()) {
                throw new ModelFormatException(
                        file,
                        METADATA + " may only hold strings: " + entry.getKey() + " is " + excerpt(entry.getValue()));
            }
            metadata.put(entry.getKey(), entry.getValue().stringValue());
        }
        return metadata;
    }

    private static Slot slot(Path file, String name, JsonNode node) {
        String tensor = "tensor " + name + ": ";
        JsonNode dtype = node.path("dtype");
        JsonNode shape = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!dtype.isString() || !shape.isArray() || !offsets.isArray() || node.size() != 3) {
            throw new ModelFormatException(
                    file, tensor + "must have exactly dtype, shape and data_offsets: " + excerpt(node));
        }
        DataType type = DataType.named(dtype.stringValue())
                .orElseThrow(() -> new ModelFormatException(
                        file,
                        tensor + "the dtype must be one of " + Arrays.toString(DataType.values()) + ": "
                                + excerpt(dtype)));
        long[] dimensions = naturals(file, tensor + "shape", shape);
        long[] range = naturals(file, tensor + "data_offsets", offsets);
        if (range.length != 2 || range[0] > range[1]) {
            throw new ModelFormatException(
                    file, tensor + "data_offsets must be two numbers, begin and end: " + excerpt(offsets));
        }
        long size;
        try {
            size = TensorEntry.byteSize(type, dimensions);
        } catch (ArithmeticException e) {
            throw new ModelFormatException(file, tensor + "the shape is too large: " + excerpt(shape), e);
        }
        if (range[1] - range[0] != size) {
            throw new ModelFormatException(
                    file,
                    tensor + type + Arrays.toString(dimensions) + " takes " + size + " bytes, but data_offsets give it "
                            + (range[1] - range[0]));
        }
        return new Slot(name, type, dimensions, range[0], range[1]);
    }

    private static long[] naturals(Path file, String what, JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = array.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                throw new ModelFormatException(file, what + " must hold integers from 0 to 2^63-1: " + excerpt(array));
            }
            values[i] = value.longValue();
        }
        return values;
    }

    private static void requireTiling(Path file, List<Slot> slots, long dataLength) {
        long end = 0;
        for (Slot slot : slots) {
            if (slot.begin != end) {
                throw new ModelFormatException(
                        file,
                        "tensor " + slot.name + " begins at byte " + slot.begin
                                + " of the data, but the one before it ends" + " at " + end
                                + ": tensors must neither overlap nor leave holes");
            }
            end = slot.end;
        }
        if (end != dataLength) {
            throw new ModelFormatException(
                    file,
                    "the header describes " + end + " bytes of data, the file has " + dataLength
                            + ": it is incomplete or has something appended; fetch or save it again");
        }
    }

    /** Enough of a hostile value to recognise it by. */
    private static String excerpt(JsonNode node) {
        String text = node.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
