package zeroone.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import zeroone.cli.recipe.RecipeFile;
import zeroone.training.runlog.RunDirectory;

/**
 * Which directory a run gets: that of an unfinished run of the very same recipe, which then goes on, or a new one. What a
 * run has written is never overwritten by another.
 *
 * @param resumed whether the directory holds an unfinished run of this recipe
 */
public record RunPlacement(RunDirectory directory, boolean resumed) {
    /** What to do about an unfinished run of the same recipe. */
    public enum Wish {
        /** Go on with it if there is one. */
        EITHER,
        /** Start a new one anyway. */
        FRESH,
        /** Go on with it; there must be one. */
        RESUME
    }

    private static final int MOST_RUNS = 10_000;

    /**
     * Looks through NAME, NAME-2, NAME-3 and so on. Nothing is made yet.
     *
     * @param runs directory of all runs
     * @throws IllegalArgumentException if the wish cannot be met, or the name is none
     */
    public static RunPlacement find(Path runs, String name, Record recipe, Wish wish) {
        String text = RecipeFile.write(recipe);
        for (int number = 1; number <= MOST_RUNS; number++) {
            RunDirectory directory = RunDirectory.of(runs, number == 1 ? name : name + "-" + number);
            if (!Files.exists(directory.path())) {
                if (wish == Wish.RESUME) {
                    throw new IllegalArgumentException("there is no unfinished run of this recipe named " + name
                            + " in " + runs + "; leave --resume out to start one");
                }
                return new RunPlacement(directory, false);
            }
            if (wish != Wish.FRESH
                    && !zeroone.cli.runs.RunDirectory.finished(directory.path())
                    && text.equals(recipeOf(directory))) {
                return new RunPlacement(directory, true);
            }
        }
        throw new IllegalArgumentException(
                runs + " holds " + MOST_RUNS + " runs named " + name + "; choose another --name");
    }

    /** Makes the directory, with the recipe in full. */
    public RunDirectory make(Record recipe) {
        directory.create();
        if (!resumed) {
            RecipeFile.save(directory.recipe(), recipe);
        }
        return directory;
    }

    private static String recipeOf(RunDirectory directory) {
        try {
            return Files.exists(directory.recipe()) ? Files.readString(directory.recipe()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.recipe() + ": " + e.getMessage(), e);
        }
    }
}
