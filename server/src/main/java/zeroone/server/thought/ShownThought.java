package zeroone.server.thought;

import java.util.List;

/** Lets through of a thought what somebody may see. Not thread-safe. */
public sealed interface ShownThought {
    /** What may be shown, now that more of the thought is there: parts of a text, each a line or a piece of one. */
    List<String> accept(String thought);

    /** What may be shown, now that it is over. */
    List<String> finish();

    static ShownThought of(ThoughtVisibility visibility, LiveSummary.Detail detail) {
        return switch (visibility) {
            case HIDDEN -> new Hidden();
            case SUMMARY -> new Summarised(new LiveSummary(detail));
            case VISIBLE -> new Whole();
        };
    }

    /** Nothing. */
    record Hidden() implements ShownThought {
        @Override
        public List<String> accept(String thought) {
            return List.of();
        }

        @Override
        public List<String> finish() {
            return List.of();
        }
    }

    /** Lines of a summary. */
    record Summarised(LiveSummary summary) implements ShownThought {
        @Override
        public List<String> accept(String thought) {
            return summary.accept(thought);
        }

        @Override
        public List<String> finish() {
            return summary.finish();
        }
    }

    /** All of it. */
    record Whole() implements ShownThought {
        @Override
        public List<String> accept(String thought) {
            return thought.isEmpty() ? List.of() : List.of(thought);
        }

        @Override
        public List<String> finish() {
            return List.of();
        }
    }
}
