package zeroone.server.inference;

/** How many samples are spent on an answer, and how one of them is chosen. */
public sealed interface Strategy {
    /** One sample. */
    record Single() implements Strategy {
        @Override
        public int samples() {
            return 1;
        }

        @Override
        public String wire() {
            return "single";
        }
    }

    /** The answer that most samples give. */
    record Vote(int samples) implements Strategy {
        public Vote {
            requireSeveral(samples);
        }

        @Override
        public String wire() {
            return "majority_vote";
        }
    }

    /** The first answer that the question's verifier accepts; the vote where it accepts none. */
    record Verified(int samples) implements Strategy {
        public Verified {
            requireSeveral(samples);
        }

        @Override
        public String wire() {
            return "best_of_n";
        }
    }

    Strategy SINGLE = new Single();

    int samples();

    String wire();

    private static void requireSeveral(int samples) {
        if (samples < 2) {
            throw new IllegalArgumentException("to choose there must be at least two samples: " + samples);
        }
    }
}
