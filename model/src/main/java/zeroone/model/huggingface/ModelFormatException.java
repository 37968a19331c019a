package zeroone.model.huggingface;

import java.nio.file.Path;

/** A model file that breaks its format or asks for what is not supported; the message names file, value, rule and remedy. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }

    ModelFormatException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
