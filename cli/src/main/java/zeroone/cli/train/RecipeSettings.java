package zeroone.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import zeroone.cli.recipe.RecipeFile;

/** A recipe as flat settings for a report: dotted keys with their values as the recipe file writes them. */
final class RecipeSettings {
    private RecipeSettings() {}

    static Map<String, String> of(Record recipe) {
        Map<String, String> settings = new LinkedHashMap<>();
        String table = "";
        for (String line : RecipeFile.write(recipe).lines().toList()) {
            int equals = line.indexOf(" = ");
            if (line.startsWith("[")) {
                table = line.substring(1, line.length() - 1) + ".";
            } else if (equals > 0) {
                settings.put(table + line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return settings;
    }
}
