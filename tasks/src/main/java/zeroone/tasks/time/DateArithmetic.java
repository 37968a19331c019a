package zeroone.tasks.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Which date is 137 days after 2024-02-11?", or which day of the week, in the Gregorian calendar.
 *
 * @param most the largest number of days
 */
record DateArithmetic(String level, int most) implements Exercise<DateArithmetic.Journey> {
    private static final int FARTHEST = 1_000_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 60_000;
    private static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();

    DateArithmetic {
        if (most < 10 || most > FARTHEST) {
            throw new IllegalArgumentException(
                    "the largest number of days must be from 10 to " + FARTHEST + ": " + most);
        }
    }

    /**
     * A date and how far to go from it.
     *
     * @param weekday whether the day of the week is asked for, and not the date
     */
    record Journey(LocalDate from, int days, boolean weekday) {
        LocalDate end() {
            return from.plusDays(days);
        }

        String answer() {
            return weekday ? WEEKDAYS.get(end().getDayOfWeek().ordinal()) : end().toString();
        }
    }

    @Override
    public String name() {
        return "date-arithmetic-" + level;
    }

    @Override
    public Journey draw(RandomGenerator random) {
        int days = random.nextInt(1, most + 1) * (random.nextBoolean() ? 1 : -1);
        return new Journey(FIRST.plusDays(random.nextInt(DAYS)), days, random.nextInt(3) == 0);
    }

    @Override
    public ObjectNode data(Journey journey) {
        return Fields.empty()
                .put("from", journey.from().toString())
                .put("days", journey.days())
                .put("ask", journey.weekday() ? "weekday" : "date");
    }

    @Override
    public Journey read(ObjectNode data) {
        String ask = Fields.text(data, "ask");
        if (!ask.equals("weekday") && !ask.equals("date")) {
            throw new IllegalArgumentException("\"ask\" must be weekday or date, not \"" + ask + "\"");
        }
        LocalDate from;
        try {
            from = LocalDate.parse(Fields.text(data, "from"));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "\"from\" must be a date such as 2024-02-11: " + data.get("from"), malformed);
        }
        // Beyond these years the calendar was another, or dates have more than four digits of year.
        if (from.getYear() < 1800 || from.getYear() > 2400) {
            throw new IllegalArgumentException("\"from\" must be in the years 1800 to 2400: " + from);
        }
        return new Journey(from, (int) Fields.whole(data, "days", -50_000, 50_000), ask.equals("weekday"));
    }

    @Override
    public String id(Journey journey) {
        return journey.from()
                + (journey.days() < 0 ? "" : "+")
                + journey.days()
                + (journey.weekday() ? " weekday" : "");
    }

    @Override
    public String prompt(Journey journey) {
        int days = Math.abs(journey.days());
        String when =
                days + (days == 1 ? " day " : " days ") + (journey.days() < 0 ? "before " : "after ") + journey.from();
        if (journey.weekday()) {
            return journey.from() + " is a "
                    + WEEKDAYS.get(journey.from().getDayOfWeek().ordinal()) + ". Which day of the week is " + when
                    + "? Answer with its English name.";
        }
        return "Which date is " + when + " (year-month-day)? Answer in the same form, YYYY-MM-DD.";
    }

    @Override
    public Verdict judge(Journey journey, String answer) {
        if (answer.equals(journey.answer())) {
            return Verdict.CORRECT;
        }
        if (journey.weekday()) {
            return Verdict.incorrect(
                    WEEKDAYS.contains(answer) ? "is another day" : "is not the name of a day such as Monday");
        }
        return Verdict.incorrect(
                answer.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                        ? "is another date"
                        : "is not a date in the form YYYY-MM-DD");
    }

    @Override
    public String work(Journey journey, Notes notes) {
        if (journey.weekday()) {
            int start = journey.from().getDayOfWeek().ordinal();
            int days = Math.abs(journey.days());
            long rest = Math.floorMod(notes.step(days + "%7", days % 7), 7L);
            long day = Math.floorMod(journey.days() < 0 ? start - rest : start + rest, 7L);
            return WEEKDAYS.get((int) day);
        }
        return journey.days() < 0 ? backward(journey, notes) : forward(journey, notes);
    }

    /** Goes to the first of a month, and from month to month while the days last. */
    private static String forward(Journey journey, Notes notes) {
        LocalDate month = journey.from().withDayOfMonth(1);
        long day = notes.step(
                journey.from().getDayOfMonth() + "+" + journey.days(),
                journey.from().getDayOfMonth() + journey.days());
        while (day > month.lengthOfMonth()) {
            if (day > 366) {
                int year = days(month);
                day = notes.step(day + "-" + year, day - year);
                month = month.plusYears(1);
            } else {
                day = notes.step(day + "-" + month.lengthOfMonth(), day - month.lengthOfMonth());
                month = month.plusMonths(1);
            }
            notes.say(month.toString().substring(0, 7));
        }
        return month.withDayOfMonth((int) Math.clamp(day, 1, month.lengthOfMonth()))
                .toString();
    }

    private static String backward(Journey journey, Notes notes) {
        LocalDate month = journey.from().withDayOfMonth(1);
        int back = Math.abs(journey.days());
        long left = notes.step(
                back + "-" + (journey.from().getDayOfMonth() - 1),
                back - (journey.from().getDayOfMonth() - 1));
        while (left > 0) {
            if (left > 366) {
                int year = days(month.minusYears(1));
                left = notes.step(left + "-" + year, left - year);
                month = month.minusYears(1);
            } else {
                month = month.minusMonths(1);
                left = notes.step(left + "-" + month.lengthOfMonth(), left - month.lengthOfMonth());
            }
            notes.say(month.toString().substring(0, 7));
        }
        long day = left == 0 ? 1 : notes.step("1+" + -left, 1 - left);
        return month.withDayOfMonth((int) Math.clamp(day, 1, month.lengthOfMonth()))
                .toString();
    }

    /** Days from the first of this month to the first of the same month a year later. */
    private static int days(LocalDate month) {
        return (int) (month.plusYears(1).toEpochDay() - month.toEpochDay());
    }

    @Override
    public String guess(Journey journey, RandomGenerator random) {
        return journey.weekday()
                ? WEEKDAYS.get(random.nextInt(WEEKDAYS.size()))
                : journey.end().plusDays(random.nextInt(-3, 4)).toString();
    }

    @Override
    public Map<String, Integer> axes(Journey journey) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("days", Math.abs(journey.days()));
        return axes;
    }
}
