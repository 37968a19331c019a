package zeroone.tasks.code.kinds;

import java.util.Arrays;
import java.util.List;

/** One argument, and how it stands in the input. */
sealed interface Value {
    /** Its lines, each with its line break. */
    void write(StringBuilder lines);

    /** As a statement shows it. */
    String shown();

    record Int(long value) implements Value {
        @Override
        public void write(StringBuilder lines) {
            lines.append(value).append('\n');
        }

        @Override
        public String shown() {
            return Long.toString(value);
        }
    }

    /** Not copied: tests are large, and only the kind that made them and its reference solution hold them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Ints(long[] values) implements Value {
        @Override
        public void write(StringBuilder lines) {
            lines.append(values.length).append('\n');
            for (int i = 0; i < values.length; i++) {
                lines.append(i == 0 ? "" : " ").append(values[i]);
            }
            lines.append('\n');
        }

        @Override
        public String shown() {
            return Arrays.toString(values);
        }
    }

    record Text(String value) implements Value {
        @Override
        public void write(StringBuilder lines) {
            lines.append(value).append('\n');
        }

        @Override
        public String shown() {
            return "\"" + value + "\"";
        }
    }

    record Texts(List<String> values) implements Value {
        @Override
        public void write(StringBuilder lines) {
            lines.append(values.size()).append('\n');
            values.forEach(value -> lines.append(value).append('\n'));
        }

        @Override
        public String shown() {
            return values.stream().map(value -> "\"" + value + "\"").toList().toString();
        }
    }

    default long number() {
        return ((Int) this).value;
    }

    default long[] numbers() {
        return ((Ints) this).values;
    }

    default String word() {
        return ((Text) this).value;
    }

    default List<String> words() {
        return ((Texts) this).values;
    }
}
