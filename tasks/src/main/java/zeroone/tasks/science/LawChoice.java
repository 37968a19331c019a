package zeroone.tasks.science;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * Questions with four options, of which one follows from a law and three from mistakes. The answer is one capital letter.
 *
 * @param laws the kinds of questions
 */
record LawChoice(String name, List<Law> laws) implements Exercise<LawChoice.Question> {
    private static final int ORDERS = 24;
    private static final long LARGEST = 1_000_000;

    LawChoice {
        laws = List.copyOf(laws);
        if (laws.isEmpty()) {
            throw new IllegalArgumentException("task " + name + " must have at least one law");
        }
    }

    /** The laws whose formulas have so many operations. */
    static LawChoice of(String name, List<Law> laws, int least, int most) {
        return new LawChoice(
                name,
                laws.stream()
                        .filter(law -> law.operations() >= least && law.operations() <= most)
                        .toList());
    }

    /**
     * @param values one for each quantity of the law
     * @param order which of the 24 orders the options are listed in
     * @param options as they are listed
     */
    record Question(Law law, List<Long> values, int order, List<Rational> options) {
        /**
         * @param ordered the right option first
         */
        static Question of(Law law, List<Long> values, int order, List<Rational> ordered) {
            List<Rational> left = new ArrayList<>(ordered);
            List<Rational> listed = new ArrayList<>();
            int rest = order;
            while (!left.isEmpty()) {
                listed.add(left.remove(rest % left.size()));
                rest /= left.size() + 1;
            }
            return new Question(law, values, order, listed);
        }

        String letter() {
            return letter(law.answer(values));
        }

        String letter(Rational value) {
            return String.valueOf((char) ('A' + options.indexOf(value)));
        }
    }

    @Override
    public Question draw(RandomGenerator random) {
        while (true) {
            Law law = laws.get(random.nextInt(laws.size()));
            List<Long> values = law.quantities().stream()
                    .map(quantity -> quantity.draw(random))
                    .toList();
            Optional<List<Rational>> options = law.options(values);
            if (options.isPresent()) {
                return Question.of(law, values, random.nextInt(ORDERS), options.get());
            }
        }
    }

    @Override
    public ObjectNode data(Question question) {
        ObjectNode data = Fields.empty().put("law", question.law().name());
        data.set("values", Fields.array(question.values()));
        return data.put("order", question.order());
    }

    @Override
    public Question read(ObjectNode data) {
        String name = Fields.text(data, "law");
        Law law = laws.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"law\" must be one of " + laws.stream().map(Law::name).toList() + ", not \"" + name + "\""));
        List<Long> values = Fields.wholes(data, "values", 1, LARGEST);
        if (values.size() != law.quantities().size()) {
            throw new IllegalArgumentException("\"values\" of law " + name + " must be "
                    + law.quantities().size() + " numbers, not " + values.size());
        }
        List<Rational> options = law.options(values)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"values\" must give four different short decimals as options: " + values));
        return Question.of(law, values, (int) Fields.whole(data, "order", 0, ORDERS - 1L), options);
    }

    @Override
    public String id(Question question) {
        return question.law().name() + " " + question.values();
    }

    @Override
    public String prompt(Question question) {
        StringBuilder prompt = new StringBuilder(question.law().question(question.values()));
        List<Rational> options = question.options();
        for (int i = 0; i < options.size(); i++) {
            prompt.append('\n')
                    .append((char) ('A' + i))
                    .append(") ")
                    .append(question.law().written(options.get(i)));
        }
        return prompt.append("\nAnswer with the letter of the right option.").toString();
    }

    @Override
    public Verdict judge(Question question, String answer) {
        if (answer.length() != 1 || answer.charAt(0) < 'A' || answer.charAt(0) >= 'A' + Law.OPTIONS) {
            return Verdict.incorrect("is not one letter from A to D");
        }
        String right = question.letter();
        return answer.equals(right) ? Verdict.CORRECT : Verdict.incorrect("the right option is " + right);
    }

    @Override
    public String work(Question question, Notes notes) {
        Rational found =
                notes.step(question.law().sum(question.values()), question.law().answer(question.values()));
        List<Rational> options = question.options();
        Optional<Rational> listed = options.stream().filter(found::equals).findFirst();
        if (listed.isEmpty()) {
            notes.say("not there.");
        }
        Rational nearest = options.getFirst();
        for (Rational option : options) {
            if (option.minus(found).abs().compareTo(nearest.minus(found).abs()) < 0) {
                nearest = option;
            }
        }
        return question.letter(listed.orElse(nearest));
    }

    @Override
    public String guess(Question question, RandomGenerator random) {
        return String.valueOf((char) ('A' + random.nextInt(Law.OPTIONS)));
    }

    @Override
    public Map<String, Integer> axes(Question question) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("operations", question.law().operations());
        axes.put("quantities", question.values().size());
        return axes;
    }

    @Override
    public Difficulty difficulty(Question question) {
        return new Difficulty(axes(question), question.law().operations(), "operations");
    }
}
