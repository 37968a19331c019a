package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryReaderTest {
    @ParameterizedTest
    @CsvSource({"1, 4096", "1, 9000000", "3, 8388608", "2, 5000001"})
    void every_byte_is_read_once_however_many_threads_there_are(int threads, long bytes) {
        try (MemoryReader reader = new MemoryReader(bytes, threads)) {
            assertThat(reader.bytes()).isBetween(bytes - 255, bytes);
            assertThat(reader.read()).isEqualTo(reader.bytes() / Long.BYTES * 0x0101010101010101L);
            assertThat(reader.read()).isEqualTo(reader.bytes() / Long.BYTES * 0x0101010101010101L);
        }
    }

    @Test
    void nothing_cannot_be_read() {
        assertThatThrownBy(() -> new MemoryReader(0, 1)).hasMessageContaining("must be read: 0");
    }
}
