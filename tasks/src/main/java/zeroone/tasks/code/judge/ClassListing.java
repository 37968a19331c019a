package zeroone.tasks.code.judge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Class files as the sandbox prints them: a line with the name, a line with the length, the bytes; again and again. */
final class ClassListing {
    /** Letters of any language are allowed in the names of classes; a path is not. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$]{1,100}\\.class");

    private static final int MOST_CLASSES = 500;

    private final byte[] bytes;
    private int at;

    ClassListing(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** @throws CompilationError if the classes are named in a way that is not allowed, or are too many */
    Map<String, byte[]> read() throws CompilationError {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        while (at < bytes.length) {
            String name = line();
            if (!NAME.matcher(name).matches() || classes.size() == MOST_CLASSES) {
                throw new CompilationError(
                        "classes must have no package, names of letters and digits, at most 100 long,"
                                + " and be at most " + MOST_CLASSES);
            }
            int length = Integer.parseInt(line().strip());
            classes.put(name, Arrays.copyOfRange(bytes, at, Math.addExact(at, length)));
            at += length;
        }
        if (!classes.containsKey("Main.class")) {
            throw new CompilationError("there must be a class Main with the method main");
        }
        return classes;
    }

    private String line() {
        int start = at;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }
}
