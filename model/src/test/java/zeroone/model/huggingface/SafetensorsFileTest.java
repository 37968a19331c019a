package zeroone.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read_back() throws IOException {
        Path file = directory.resolve("model.safetensors");
        SafetensorsFile.write(
                file,
                List.of(
                        floats("b.weight", new long[] {2, 3}, 1, 2, 3, 4, 5, 6),
                        floats("a", new long[] {}, -0.5f),
                        new TensorEntry("half", DataType.BF16, new long[] {1}, bytes(1, 2)),
                        floats("empty", new long[] {0, 7})));

        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.metadata()).isEqualTo(Map.of("format", "pt"));
            assertThat(read.tensors().keySet()).containsExactly("a", "b.weight", "empty", "half");
            TensorEntry weight = read.tensor("b.weight");
            assertThat(weight.dtype()).isEqualTo(DataType.F32);
            assertThat(weight.shape()).containsExactly(2, 3);
            assertThat(weight.elements()).isEqualTo(6);
            assertThat(weight.data().toArray(ValueLayout.JAVA_FLOAT)).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(read.tensor("half").data().toArray(ValueLayout.JAVA_BYTE))
                    .containsExactly(1, 2);
            assertThat(read.tensor("a").shape()).isEmpty();
            assertThat(read.tensor("empty").elements()).isZero();
        }
        assertThat(Files.readAllBytes(file)[0] % 8).isZero();
        assertThat(directory.toFile().list()).containsExactly("model.safetensors");
    }

    @Test
    void the_same_tensors_make_the_same_bytes_in_any_order() throws IOException {
        TensorEntry one = floats("one", new long[] {1}, 1);
        TensorEntry two = floats("two", new long[] {1}, 2);
        SafetensorsFile.write(directory.resolve("a"), List.of(one, two));
        SafetensorsFile.write(directory.resolve("b"), List.of(two, one));
        assertThat(directory.resolve("a")).hasSameBinaryContentAs(directory.resolve("b"));
    }

    @Test
    void a_file_of_the_reference_implementation_survives_being_read_and_written() throws IOException {
        Path original = GOLDEN.resolve("tied/model.safetensors");
        Path copy = directory.resolve("copy");
        try (SafetensorsFile read = SafetensorsFile.open(original)) {
            assertThat(read.tensor("model.embed_tokens.weight").shape()).containsExactly(64, 32);
            SafetensorsFile.write(copy, read.tensors().values());
        }
        assertThat(copy).hasSameBinaryContentAs(original);
    }

    @Test
    void bfloat16_weights_are_read_as_such() {
        try (SafetensorsFile read = SafetensorsFile.open(GOLDEN.resolve("bfloat16/model.safetensors"))) {
            assertThat(read.tensors().values()).allMatch(tensor -> tensor.dtype() == DataType.BF16);
        }
    }

    @Test
    void an_interrupted_write_leaves_the_old_file() throws IOException {
        Path file = directory.resolve("model.safetensors");
        SafetensorsFile.write(file, List.of(floats("a", new long[] {1}, 1)));
        byte[] before = Files.readAllBytes(file);
        TensorEntry twin = floats("twin", new long[] {1}, 2);

        assertThatThrownBy(() -> SafetensorsFile.write(file, List.of(twin, twin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twin");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void data_of_another_size_than_the_shape_is_refused() {
        assertThatThrownBy(() -> floats("a", new long[] {2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a")
                .hasMessageContaining("8 bytes");
    }

    @Test
    void a_missing_tensor_is_named_with_the_file() {
        try (SafetensorsFile read = SafetensorsFile.open(GOLDEN.resolve("tied/model.safetensors"))) {
            assertThatThrownBy(() -> read.tensor("lm_head.weight"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("lm_head.weight")
                    .hasMessageContaining("model.safetensors");
        }
    }

    @Test
    void a_missing_file_is_an_error_with_its_name() {
        assertThatThrownBy(() -> SafetensorsFile.open(directory.resolve("none")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                     | 8 | incomplete or has something appended
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | 8 | uplicate
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                                 | 7 | 8 bytes of data
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                                 | 9 | 8 bytes of data
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                                 | 8 | takes 12 bytes
            {"a":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}}                                 | 8 | dtype must be one of
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                                | 8 | shape
            {"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}                               | 8 | shape
            {"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}                               | 8 | shape
            {"a":{"dtype":"F32","shape":[4611686018427387904,2],"data_offsets":[0,8]}}             | 8 | too large
            {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}              | 8 | shape
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                                 | 8 | begin and end
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                                   | 8 | begin and end
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}                        | 8 | exactly dtype
            {"a":{"dtype":"F32","shape":[2]}}                                                      | 8 | exactly dtype
            {"a":3}                                                                                | 8 | exactly dtype
            {"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}                                  | 8 | holes
            {"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[5],"data_offsets":[3,8]}} | 8 | overlap
            {"__metadata__":3}                                                                     | 0 | __metadata__
            {"__metadata__":{"a":3}}                                                               | 0 | strings
            {} {}                                                                                  | 0 | JSON
            {"a":                                                                                  | 0 | JSON
            """)
    void a_header_that_breaks_a_rule_is_refused(String header, int dataLength, String message) throws IOException {
        Path file = file(header.strip().getBytes(StandardCharsets.UTF_8), dataLength);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001, 17})
    void a_header_length_beyond_the_file_is_refused(long length) throws IOException {
        Path file = directory.resolve("model.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(24)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, length)
                        .array());
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("header length")
                .hasMessageContaining(Long.toUnsignedString(length));
    }

    @Test
    void deeply_nested_headers_are_refused() throws IOException {
        Path file = file(("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), 0);
        assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void every_truncation_is_refused() throws IOException {
        byte[] whole = smallFile();
        for (int length = 0; length < whole.length; length++) {
            Path file = directory.resolve("cut");
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafetensorsFile.open(file).close())
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void flipped_bits_are_refused_or_leave_a_consistent_file() throws IOException {
        byte[] whole = smallFile();
        long seed = 3;
        Random random = new Random(seed);
        Path file = directory.resolve("flipped");
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try (SafetensorsFile read = SafetensorsFile.open(file)) {
                for (TensorEntry tensor : read.tensors().values()) {
                    tensor.data().toArray(ValueLayout.JAVA_BYTE);
                }
            } catch (ModelFormatException e) {
                assertThat(e).as("seed %d, case %d", seed, i).hasMessageContaining(file.toString());
            }
        }
    }

    private byte[] smallFile() throws IOException {
        Path file = directory.resolve("small");
        SafetensorsFile.write(
                file,
                List.of(
                        floats("a", new long[] {2, 2}, 1, 2, 3, 4),
                        new TensorEntry("b", DataType.BF16, new long[] {3}, bytes(1, 2, 3, 4, 5, 6))));
        return Files.readAllBytes(file);
    }

    private Path file(byte[] header, int dataLength) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, header.length)
                .array());
        bytes.write(header);
        bytes.write(new byte[dataLength]);
        return Files.write(directory.resolve("model.safetensors"), bytes.toByteArray());
    }

    private static TensorEntry floats(String name, long[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new TensorEntry(name, DataType.F32, shape, MemorySegment.ofArray(bytes.array()));
    }

    private static MemorySegment bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return MemorySegment.ofArray(bytes);
    }
}
