package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "4GiB, 4294967296",
        "4g, 4294967296",
        "500MB, 500000000",
        "1.5 GiB, 1610612736",
        "64k, 65536",
        "2TB, 2000000000000",
        "12345, 12345",
        "1b, 1"
    })
    void memory_is_written_as_people_write_it(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GiB", "4 gigs", "-1GiB", "4,5GiB", "1e9", "0x10", "4GiB 4GiB"})
    void what_is_no_amount_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no amount of memory")
                .hasMessageContaining("such as 4GiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0GiB", "0.0001b", "999999999999999TiB"})
    void an_amount_is_at_least_a_byte_and_fits_into_a_machine(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
