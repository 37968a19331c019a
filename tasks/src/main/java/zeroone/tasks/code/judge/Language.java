package zeroone.tasks.code.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Programming languages that answers may be written in. */
public enum Language {
    CPP("C++", "cpp", List.of("cpp", "c++", "cc", "cxx"), 1, 0),
    JAVA("Java", "java", List.of("java"), 2, 500),
    PYTHON("Python", "python", List.of("python", "py", "python3"), 4, 0);

    private final String title;
    private final String tag;
    private final List<String> tags;
    private final int slowness;
    private final int startMillis;

    Language(String title, String tag, List<String> tags, int slowness, int startMillis) {
        this.title = title;
        this.tag = tag;
        this.tags = tags;
        this.slowness = slowness;
        this.startMillis = startMillis;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** As code blocks are marked with it. */
    public String tag() {
        return tag;
    }

    /** The language that a code block's mark means. */
    public static Optional<Language> tagged(String tag) {
        for (Language language : values()) {
            if (language.tags.contains(tag.toLowerCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** What a program may take of a limit that is stated for C++: interpreters are slower, and runtimes have to start. */
    public int millis(int limit) {
        return limit * slowness + startMillis;
    }
}
