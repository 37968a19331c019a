package zeroone.tasks.code.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compilers and runtimes of this machine that a program in the sandbox can see.
 *
 * @param javaHome of a JDK
 */
public record Toolchains(Optional<Path> python, Optional<Path> cpp, Optional<Path> javaHome) {
    /** Those of the system, and the JDK that this program runs on. */
    public static Toolchains here() {
        Path home = Path.of(System.getProperty("java.home", "/"));
        return new Toolchains(
                first("python3"),
                first("g++"),
                Files.isExecutable(home.resolve("bin/javac")) ? Optional.of(home) : Optional.empty());
    }

    /** Whose programs can be judged. */
    public Set<Language> languages() {
        EnumSet<Language> languages = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            if (of(language).isPresent()) {
                languages.add(language);
            }
        }
        return languages;
    }

    Path require(Language language) {
        return of(language)
                .orElseThrow(() -> new IllegalStateException("programs in " + language.title()
                        + " cannot be judged on this machine: "
                        + switch (language) {
                            case PYTHON -> "there is no python3 in /usr/bin or /usr/local/bin; install it";
                            case CPP -> "there is no g++ in /usr/bin or /usr/local/bin; install it";
                            case JAVA -> "the Java that runs this has no javac; run it on a JDK";
                        }));
    }

    private Optional<Path> of(Language language) {
        return switch (language) {
            case PYTHON -> python;
            case CPP -> cpp;
            case JAVA -> javaHome;
        };
    }

    private static Optional<Path> first(String program) {
        return List.of(Path.of("/usr/bin", program), Path.of("/usr/local/bin", program)).stream()
                .filter(Files::isExecutable)
                .findFirst();
    }
}
