package zeroone.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount of memory as people write it: {@code 4GiB}, {@code 500MB}, {@code 1.5G}. One letter is a power of 1024. */
record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([a-z]*)");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("kb", 1_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("k", 1L << 10),
            Map.entry("kib", 1L << 10),
            Map.entry("m", 1L << 20),
            Map.entry("mib", 1L << 20),
            Map.entry("g", 1L << 30),
            Map.entry("gib", 1L << 30),
            Map.entry("t", 1L << 40),
            Map.entry("tib", 1L << 40));

    ByteSize {
        if (bytes < 1) {
            throw new IllegalArgumentException("an amount of memory must be at least one byte: " + bytes);
        }
    }

    /** @throws IllegalArgumentException if it is no positive amount of memory */
    static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            throw new IllegalArgumentException("'" + text
                    + "' is no amount of memory; write a number with B, KiB, MiB, GiB, TiB, KB, MB, GB or TB,"
                    + " such as 4GiB or 500MB");
        }
        BigDecimal bytes = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(Objects.requireNonNull(UNITS.get(matcher.group(2)))));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is more memory than any machine has");
        }
        return new ByteSize(bytes.longValue());
    }

    /** For options. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
