package zeroone.cli.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads and writes recipes. A recipe is a TOML file that fills a tree of records: keys are the components' names in
 * snake_case, nested records are tables, lists of records are arrays of tables.
 *
 * <p>A component may be left out if its record has a {@code public static final DEFAULTS} instance, whose value it then
 * takes, or if it is an {@link java.util.Optional}, which then is empty. Everything else that does not fit is an error:
 * unknown keys, missing keys, wrong types, and whatever a record's constructor rejects.
 *
 * <p>Components may be {@code int}, {@code long}, {@code double}, {@code boolean}, {@link String}, {@link Path}, {@link
 * java.time.Duration} (as {@code "90s"} or {@code "1h30m"}), enums (constants in snake_case), records, lists of any of
 * these, maps from strings to any of these, and optionals.
 */
public final class RecipeFile {
    private static final TomlMapper TOML = new TomlMapper();

    private RecipeFile() {}

    /** Reads a recipe; see {@link #read(Path, Class, List)}. */
    public static <T extends Record> T read(Path file, Class<T> type) {
        return read(file, type, List.of());
    }

    /**
     * Reads a recipe, with some of its values replaced.
     *
     * @param overrides such as {@code rl.learning_rate=3e-4}; the value is TOML, or else taken as a string
     * @throws RecipeException if the file is not a valid recipe of that type, with every problem found
     * @throws UncheckedIOException if the file cannot be read
     */
    public static <T extends Record> T read(Path file, Class<T> type, List<String> overrides) {
        return bind(parse(file, text(file)), file.toString(), type, overrides);
    }

    /**
     * What a recipe is for: its {@code kind}, which decides the type to read it as.
     *
     * @throws RecipeException if it is not TOML, or does not say
     */
    public static String kind(Path file) {
        JsonNode kind = parse(file, text(file)).path("kind");
        if (!kind.isString()) {
            throw new RecipeException(List.of(
                    file + ": kind: missing; a recipe says what it is for, e.g. kind = \"reinforcement-learning\""));
        }
        return kind.stringValue();
    }

    /** The recipe in full, defaults included, such that {@link #read} gives an equal one. */
    public static String write(Record config) {
        return new TomlWriter().write(config);
    }

    /** Writes the recipe in full into a file, all or nothing. */
    public static void save(Path file, Record config) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(temporary, write(config));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the recipe to " + file + ": " + e.getMessage(), e);
        }
    }

    private static <T extends Record> T bind(ObjectNode recipe, String source, Class<T> type, List<String> overrides) {
        return new Binder(source, Overrides.apply(TOML, recipe, overrides)).bind(type, recipe);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RecipeException(List.of("there is no recipe " + file));
        } catch (MalformedInputException e) {
            throw new RecipeException(List.of(file + " is not UTF-8 text; a recipe is a TOML file"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recipe " + file + ": " + e.getMessage(), e);
        }
    }

    private static ObjectNode parse(Path file, String text) {
        try {
            JsonNode tree = TOML.readTree(text);
            return tree instanceof ObjectNode table ? table : TOML.createObjectNode();
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String line = location == null ? "" : ", near line " + location.getLineNr();
            throw new RecipeException(List.of(file + " is not valid TOML" + line + ": " + e.getOriginalMessage()
                    + " (strings need quotes, every key may occur once)"));
        }
    }
}
