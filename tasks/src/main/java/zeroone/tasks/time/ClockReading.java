package zeroone.tasks.time;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * What a clock shows some minutes later, or the angle between its hands then.
 *
 * @param most the largest number of minutes
 */
record ClockReading(String level, int most) implements Exercise<ClockReading.Reading> {
    private static final int DAY = 24 * 60;
    private static final int FARTHEST = 100_000;
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])");

    ClockReading {
        if (most < 1 || most > FARTHEST) {
            throw new IllegalArgumentException(
                    "the largest number of minutes must be from 1 to " + FARTHEST + ": " + most);
        }
    }

    /**
     * @param from minutes after midnight
     * @param later minutes after that
     * @param angle whether the angle between the hands is asked for, and not the time
     */
    record Reading(int from, int later, boolean angle) {
        int end() {
            return (from + later) % DAY;
        }

        /** The smaller angle between the hands at the end, in halves of a degree. */
        int halves() {
            int apart = Math.abs(end() % 720 - end() % 60 * 12);
            return Math.min(apart, 720 - apart);
        }
    }

    @Override
    public String name() {
        return "clock-" + level;
    }

    @Override
    public Reading draw(RandomGenerator random) {
        return new Reading(random.nextInt(DAY), random.nextInt(1, most + 1), random.nextBoolean());
    }

    @Override
    public ObjectNode data(Reading reading) {
        return Fields.empty()
                .put("from", reading.from())
                .put("later", reading.later())
                .put("ask", reading.angle() ? "angle" : "time");
    }

    @Override
    public Reading read(ObjectNode data) {
        String ask = Fields.text(data, "ask");
        if (!ask.equals("angle") && !ask.equals("time")) {
            throw new IllegalArgumentException("\"ask\" must be angle or time, not \"" + ask + "\"");
        }
        return new Reading(
                (int) Fields.whole(data, "from", 0, DAY - 1),
                (int) Fields.whole(data, "later", 0, FARTHEST),
                ask.equals("angle"));
    }

    @Override
    public String id(Reading reading) {
        return reading.from() + "+" + reading.later() + (reading.angle() ? " angle" : "");
    }

    @Override
    public String prompt(Reading reading) {
        String when = "A clock shows " + written(reading.from()) + ". ";
        String later = reading.later() + (reading.later() == 1 ? " minute" : " minutes") + " later";
        return reading.angle()
                ? when + "What is the smaller angle between its hour hand and its minute hand " + later
                        + ", in degrees? The hour hand moves evenly. Answer with the number alone, such as 90 or 7.5."
                : when + "Which time does it show " + later + "? Answer in the form HH:MM, from 00:00 to 23:59.";
    }

    @Override
    public Verdict judge(Reading reading, String answer) {
        if (reading.angle()) {
            Optional<Rational> number = Rational.read(answer);
            if (number.isEmpty()) {
                return Verdict.incorrect("is not a number such as 90 or 7.5");
            }
            return number.get().equals(Rational.of(reading.halves(), 2))
                    ? Verdict.CORRECT
                    : Verdict.incorrect("is not the angle at " + written(reading.end()));
        }
        if (!TIME.matcher(answer).matches()) {
            return Verdict.incorrect("is not a time in the form HH:MM");
        }
        return answer.equals(written(reading.end())) ? Verdict.CORRECT : Verdict.incorrect("is another time");
    }

    @Override
    public String work(Reading reading, Notes notes) {
        int hour = reading.from() / 60;
        long minutes = notes.step(hour + "*60+" + reading.from() % 60, reading.from());
        long end = Math.floorMod(
                notes.step(
                        "(" + Math.abs(minutes) + "+" + reading.later() + ")%1440",
                        (Math.abs(minutes) + reading.later()) % DAY),
                (long) DAY);
        notes.say(written((int) end) + ".");
        if (!reading.angle()) {
            return written((int) end);
        }
        long half = end % 720;
        long minuteHand = Math.abs(notes.step(end % 60 + "*6", end % 60 * 6));
        Rational hourHand = notes.step(half + "/2", Rational.of(half, 2)).abs();
        Rational apart = notes.step("(" + hourHand + ")-" + minuteHand, hourHand.minus(Rational.of(minuteHand)))
                .abs();
        if (apart.compareTo(Rational.of(180)) > 0) {
            apart = notes.step("360-(" + apart + ")", Rational.of(360).minus(apart))
                    .abs();
        }
        return decimal(apart);
    }

    @Override
    public String guess(Reading reading, RandomGenerator random) {
        return reading.angle()
                ? Integer.toString(reading.halves() / 2 + random.nextInt(0, 3))
                : written((reading.end() + random.nextInt(-2, 3) + DAY) % DAY);
    }

    @Override
    public Map<String, Integer> axes(Reading reading) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("minutes", reading.later());
        return axes;
    }

    private static String decimal(Rational halves) {
        return halves.isWhole() ? halves.toString() : halves.rounded(1).toPlainString();
    }

    private static String written(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
