package zeroone.tasks.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zeroone.text.CounterRandom;

/**
 * One of the bundled things is thought of, and found by asking for properties.
 *
 * @param questions how many questions may be asked, guesses among them
 */
record TwentyQuestions(int questions) implements Game {
    TwentyQuestions {
        if (questions < 1 || questions > 100) {
            throw new IllegalArgumentException("1 to 100 questions may be asked: " + questions);
        }
    }

    @Override
    public String name() {
        return "twenty-questions";
    }

    @Override
    public String rules() {
        ThingTable table = ThingTable.bundled();
        return "I think of one of these: " + String.join(", ", table.things()) + ". You have " + questions
                + " questions. A question is \"is it X?\", where X is one of these properties: "
                + String.join(", ", table.properties())
                + "; I answer yes or no. A guess is \"guess X\", where X is one of the things; it counts as a question. You win"
                + " with the right guess.";
    }

    @Override
    public Position start(long seed) {
        ThingTable table = ThingTable.bundled();
        int secret = (int) (CounterRandom.of(seed).split(name()).uniform(0)
                * table.things().size());
        return new Round(table, table.things().get(secret), questions, "I have thought of something.");
    }

    /**
     * @param left questions that may still be asked
     */
    private record Round(ThingTable table, String secret, int left, String told) implements Position {
        @Override
        public String observation() {
            return told + " " + left + (left == 1 ? " question left." : " questions left.");
        }

        @Override
        public List<String> moves() {
            List<String> moves = new ArrayList<>();
            table.properties().forEach(property -> moves.add("is it " + property + "?"));
            table.things().forEach(thing -> moves.add("guess " + thing));
            return moves;
        }

        @Override
        public Optional<Outcome> outcome() {
            return Optional.empty();
        }

        @Override
        public Position play(String move) {
            String written = move.strip();
            if (!moves().contains(written)) {
                return new FinalPosition(observation(), Outcome.illegal(written, moves()));
            }
            if (written.equals("guess " + secret)) {
                return new FinalPosition("Yes!", new Outcome(Outcome.Result.WON, "it was the " + secret));
            }
            String answer = written.startsWith("guess ")
                    ? "No."
                    : table.has(secret, written.substring("is it ".length(), written.length() - 1)) ? "Yes." : "No.";
            return left == 1
                    ? new FinalPosition(
                            answer, new Outcome(Outcome.Result.LOST, "no question is left; it was the " + secret))
                    : new Round(table, secret, left - 1, answer);
        }
    }
}
