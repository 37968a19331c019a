package zeroone.tasks.stories;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Ada has 12 apples. Ben is 9 years old. Ben gives Ada 5 more apples. … How many apples does Ada have now?"
 *
 * @param level part of the name
 * @param events how many things happen, 2 to 12
 * @param distractors how many sentences do not matter, at most 6
 */
record WordProblem(String level, int events, int distractors) implements Exercise<Story> {
    private static final int WORDINGS = 100_000;

    WordProblem {
        if (events < 2 || events > Story.MOST_EVENTS || distractors < 0 || distractors > Story.MOST_DISTRACTORS) {
            throw new IllegalArgumentException(
                    "a story must have 2 to 12 events and 0 to 6 distractors: " + events + ", " + distractors);
        }
    }

    @Override
    public String name() {
        return "word-problem-" + level;
    }

    @Override
    public Story draw(RandomGenerator random) {
        long start = random.nextLong(3, 60);
        long value = start;
        List<Event> happened = new ArrayList<>();
        while (happened.size() < events) {
            Event.Kind kind = Event.Kind.values()[random.nextInt(Event.Kind.values().length)];
            long most = kind == Event.Kind.GROWTH || kind == Event.Kind.SHARING ? 6 : 50;
            Event event = new Event(kind, random.nextLong(2, most + 1));
            if (event.possible(value) && (kind != Event.Kind.GROWTH || value < 500)) {
                happened.add(event);
                value = event.apply(Rational.of(value)).numerator().longValueExact();
            }
        }
        return new Story(start, happened, random.nextInt(WORDINGS), distractors);
    }

    @Override
    public ObjectNode data(Story story) {
        return Fields.empty()
                .put("start", story.start())
                .put("events", story.events().stream().map(Event::text).collect(Collectors.joining(" ")))
                .put("wording", story.wording())
                .put("distractors", story.distractors());
    }

    @Override
    public Story read(ObjectNode data) {
        List<Event> happened = new ArrayList<>();
        for (String text : Fields.text(data, "events").split(" ", Story.MOST_EVENTS + 2)) {
            happened.add(Event.read(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "every event must be an operator and a number such as +5 or /3, not \"" + text + "\"")));
        }
        return new Story(
                Fields.whole(data, "start", 1, 1_000_000),
                happened,
                (int) Fields.whole(data, "wording", 0, WORDINGS - 1),
                (int) Fields.whole(data, "distractors", 0, Story.MOST_DISTRACTORS));
    }

    /** The sum behind the story: names and asides do not make it another. */
    @Override
    public String id(Story story) {
        return "story " + story.start()
                + story.events().stream().map(Event::text).collect(Collectors.joining());
    }

    @Override
    public String prompt(Story story) {
        return story.text() + " Answer with the whole number only.";
    }

    @Override
    public Verdict judge(Story story, String answer) {
        return Answers.whole(BigInteger.valueOf(story.end()), answer);
    }

    @Override
    public String work(Story story, Notes notes) {
        Rational value = Rational.of(story.start());
        for (Event event : story.events()) {
            value = notes.step(
                    Answers.operation(value, event.kind().operator(), Rational.of(event.number())), event.apply(value));
        }
        return value.toString();
    }

    /** Backwards from the answer to the start. */
    @Override
    public void check(Story story, String answer, Notes notes) {
        Rational value = Rational.read(answer).orElse(Rational.ZERO);
        for (Event event : story.events().reversed()) {
            Rational number = Rational.of(event.number());
            char inverse = "-+/*".charAt("+-*/".indexOf(event.kind().operator()));
            Rational before = switch (event.kind()) {
                case GAIN -> value.minus(number);
                case LOSS -> value.plus(number);
                case GROWTH -> value.over(number);
                case SHARING -> value.times(number);
            };
            value = notes.step(Answers.operation(value, inverse, number), before);
        }
    }

    @Override
    public String guess(Story story, RandomGenerator random) {
        return Long.toString(Math.max(1, story.end() + random.nextInt(-9, 10)));
    }

    @Override
    public Map<String, Integer> axes(Story story) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("events", story.events().size());
        axes.put("distractors", story.distractors());
        return axes;
    }
}
