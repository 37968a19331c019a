package zeroone.tasks.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import zeroone.tasks.exact.Rational;
import zeroone.text.CounterRandom;

/**
 * What somebody has at first, and what happens to it.
 *
 * @param wording names, things and sentences are drawn from this; the answer does not depend on it
 * @param distractors how many sentences have numbers that do not matter
 */
record Story(long start, List<Event> events, int wording, int distractors) {
    static final int MOST_EVENTS = 12;
    static final int MOST_DISTRACTORS = 6;
    private static final long LARGEST = 1_000_000;
    private static final List<String> PEOPLE =
            List.of("Ada", "Ben", "Chen", "Dora", "Emre", "Fatima", "Goran", "Hana", "Ivo", "Jamila", "Kofi", "Lena");
    private static final List<String> THINGS =
            List.of("apples", "marbles", "stamps", "coins", "shells", "cards", "pencils", "beads");
    private static final List<String> ASIDES = List.of(
            "{1} is {3} years old.",
            "{1} has {3} books at home.",
            "The bus to school takes {3} minutes.",
            "There are {3} people in the street.",
            "{1} once had {3} {2} too, but that was years ago.",
            "It is {3} degrees outside.",
            "{1} would like to have {3} {2}.");

    Story {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > MOST_EVENTS || distractors < 0 || distractors > MOST_DISTRACTORS) {
            throw new IllegalArgumentException("a story must have 1 to " + MOST_EVENTS + " events and at most "
                    + MOST_DISTRACTORS + " distractors: " + events.size() + " events, " + distractors + " distractors");
        }
        long value = start;
        for (Event event : events) {
            if (!event.possible(value)) {
                throw new IllegalArgumentException(
                        "every event must be possible; " + event.text() + " is not when there are " + value);
            }
            value = event.apply(Rational.of(value)).numerator().longValueExact();
            if (value <= 0 || value > LARGEST) {
                throw new IllegalArgumentException("there must always be 1 to " + LARGEST + " things, not " + value);
            }
        }
    }

    long end() {
        Rational value = Rational.of(start);
        for (Event event : events) {
            value = event.apply(value);
        }
        return value.numerator().longValueExact();
    }

    /** The story in sentences, up to the question. */
    String text() {
        RandomGenerator random = CounterRandom.of(wording).split("story").sequence();
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String things = THINGS.get(random.nextInt(THINGS.size()));
        List<String> sentences = new ArrayList<>();
        for (Event event : events) {
            sentences.add(fill(
                    event.kind().sentence(random.nextInt(6)), person, other(person, random), things, event.number()));
        }
        for (int i = 0; i < distractors; i++) {
            String aside = ASIDES.get(random.nextInt(ASIDES.size()));
            sentences.add(
                    random.nextInt(sentences.size() + 1),
                    fill(aside, person, other(person, random), things, 2 + random.nextInt(60)));
        }
        return person + " has " + start + " " + things + ". " + String.join(" ", sentences) + " How many " + things
                + " does " + person + " have now?";
    }

    private static String other(String person, RandomGenerator random) {
        String other = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return other.equals(person) ? "Zoe" : other;
    }

    private static String fill(String sentence, String person, String other, String things, long number) {
        String one = sentence.contains("one {2} out") ? things.substring(0, things.length() - 1) : things;
        return sentence.replace("{0}", person)
                .replace("{1}", other)
                .replace("{2}", one)
                .replace("{3}", Long.toString(number));
    }
}
