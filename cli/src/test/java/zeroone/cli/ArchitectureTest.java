package zeroone.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every module must keep, read from the classes and sources of all of them. */
class ArchitectureTest {
    /** Every module with the modules that it may use. Packages are named after their module. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("tasks", Set.of("text")),
            Map.entry("tensor", Set.of()),
            Map.entry("model", Set.of("tensor")),
            Map.entry("engine", Set.of("model", "tensor", "text")),
            Map.entry("search", Set.of("text", "tasks")),
            Map.entry("training", Set.of("engine", "model", "tensor", "tasks", "text")),
            Map.entry("evaluation", Set.of("search", "tasks", "text")),
            Map.entry("server", Set.of("search", "tasks", "text")),
            Map.entry("testkit", Set.of("text", "tasks")),
            Map.entry(
                    "cli",
                    Set.of(
                            "text",
                            "tasks",
                            "tensor",
                            "model",
                            "engine",
                            "search",
                            "training",
                            "evaluation",
                            "server")));

    /** Stays readable in one sitting; a longer file holds more than one concept. */
    private static final int MOST_LINES = 500;

    private static final Path ROOT = root();
    private static final List<String> MODULES = modules();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> ROOT.resolve(module).resolve("target/classes"))
                    .toList());

    @Test
    void every_module_is_in_the_table_and_compiled() {
        assertThat(new TreeSet<>(MODULES)).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
        for (String module : MODULES) {
            assertThat(CLASSES.stream().filter(c -> moduleOf(c.getPackageName()).equals(module)))
                    .as("compiled classes of %s: run the build of the whole repository", module)
                    .isNotEmpty();
        }
    }

    @Test
    void arrows_between_modules_go_down_only() {
        for (String module : MODULES) {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(module)
                            && !MAY_USE.getOrDefault(module, Set.of()).contains(other))
                    .map(other -> "zeroone." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("zeroone." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(CLASSES);
        }
    }

    @Test
    void packages_have_no_cycles() {
        for (String module : MODULES) {
            slices().matching("zeroone." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void only_tensor_touches_libtorch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("zeroone.tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void only_cli_has_a_main_and_ends_the_process() {
        methods()
                .that()
                .haveName("main")
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("zeroone.cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("zeroone.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void nothing_is_logged_or_printed_behind_the_back_of_the_caller() {
        noClasses()
                .that()
                .resideOutsideOfPackage("zeroone.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void objects_are_never_serialised_by_java() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .check(CLASSES);
    }

    @Test
    void classes_are_named_after_what_they_are() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Utils?|Helper|Impl|Common)")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for_and_allows_no_nulls() throws IOException {
        for (Path directory : packages()) {
            Path info = directory.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(info).content().as(info.toString()).contains("/** ").contains("@NullMarked");
        }
    }

    @Test
    void every_source_file_can_be_read_in_one_sitting() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : sources()) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES) {
                    tooLong.put(ROOT.relativize(file).toString(), count);
                }
            }
        }
        assertThat(tooLong).as("files of more than %d lines", MOST_LINES).isEmpty();
    }

    private static List<Path> packages() throws IOException {
        return sources().stream()
                .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static String moduleOf(String packageName) {
        String[] parts = packageName.split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    /** Those that are not tests alone. */
    private static List<String> modules() {
        try {
            Matcher matcher =
                    Pattern.compile("<module>(\\w+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
            return matcher.results()
                    .map(result -> result.group(1))
                    .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve("src/main")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Maven runs tests in the module's directory. */
    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
