package zeroone.server.thought;

import java.util.ArrayList;
import java.util.List;

/** Cuts a thought that is being written into its steps: lines, and sentences of long lines. Not thread-safe. */
final class StepSplitter {
    /** From here on the end of a sentence ends a step as well. */
    private static final int LONG_LINE = 80;

    private final StringBuilder open = new StringBuilder();

    /** The steps that are complete with this text. */
    List<String> accept(String text) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sentence = c == ' ' && open.length() >= LONG_LINE && endsSentence();
            if (c == '\n' || sentence) {
                take(steps);
            } else {
                open.append(c);
            }
        }
        return steps;
    }

    /** The last step, which nothing ended. */
    List<String> finish() {
        List<String> steps = new ArrayList<>();
        take(steps);
        return steps;
    }

    private boolean endsSentence() {
        return ".!?".indexOf(open.charAt(open.length() - 1)) >= 0;
    }

    private void take(List<String> steps) {
        String step = open.toString().strip();
        open.setLength(0);
        if (!step.isEmpty()) {
            steps.add(step);
        }
    }
}
