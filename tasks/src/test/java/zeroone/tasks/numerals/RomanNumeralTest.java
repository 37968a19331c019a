package zeroone.tasks.numerals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;

class RomanNumeralTest {
    @ParameterizedTest
    @CsvSource({"1,I", "4,IV", "9,IX", "40,XL", "1994,MCMXCIV", "2026,MMXXVI", "3888,MMMDCCCLXXXVIII", "3999,MMMCMXCIX"
    })
    void numbers_are_written_in_the_usual_form(int number, String numeral) {
        assertThat(RomanNumeral.of(number)).isEqualTo(numeral);
    }

    @Test
    void every_numeral_is_read_back() {
        for (int number = 1; number <= RomanNumeral.LARGEST; number++) {
            assertThat(RomanNumeral.parse(RomanNumeral.of(number))).contains(number);
        }
        assertThatThrownBy(() -> RomanNumeral.of(0)).hasMessageContaining("from 1 to 3999");
        assertThatThrownBy(() -> RomanNumeral.of(4000)).hasMessageContaining("from 1 to 3999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "IIII", "VV", "IC", "IM", "XLX", "IXI", "VX", "MMMM", "iv", "Ⅳ", "I V", "4", "XIVX", "CMC", "LL"
            })
    void other_forms_are_none(String text) {
        assertThat(RomanNumeral.parse(text)).isEmpty();
        assertThat(RomanNumeral.parse(text + "M".repeat(1 << 20))).isEmpty();
    }

    @Test
    void digits_of_a_base_are_checked_before_the_number() {
        BaseConversion task = new BaseConversion("test", 999, 16);
        BaseConversion.Conversion conversion = new BaseConversion.Conversion(255, 10, 16);
        assertThat(task.judge(conversion, "ff")).isEqualTo(Verdict.CORRECT);
        for (String answer : new String[] {"FF", "0ff", "0xff", "fg", "f f", "255", "ff16", "ｆf", "-ff", "ff."}) {
            assertThat(task.judge(conversion, answer)).as(answer).isInstanceOf(Verdict.Incorrect.class);
        }
        assertThat(task.judge(new BaseConversion.Conversion(5, 10, 2), "102"))
                .isEqualTo(Verdict.incorrect("has the digit 2, which base 2 lacks"));
    }
}
