package zeroone.tasks.facts;

import java.util.ArrayList;
import java.util.List;

/** The questions that the bundled tables answer. */
final class Facts {
    private Facts() {}

    static List<Fact> capitals() {
        List<Fact> facts = new ArrayList<>();
        for (List<String> row : FactTable.read("capitals.tsv")) {
            List<String> country = FactTable.forms(row.get(0));
            List<String> capital = FactTable.forms(row.get(1));
            facts.add(new Fact(
                    "capital of " + country.getFirst(),
                    country.getFirst(),
                    "capital",
                    "What is the capital of " + country.getFirst() + "? Answer with its name alone.",
                    capital));
            facts.add(new Fact(
                    "country of " + capital.getFirst(),
                    country.getFirst(),
                    "country",
                    "Which country has the capital " + capital.getFirst() + "? Answer with its name alone.",
                    country));
        }
        return facts;
    }

    static List<Fact> elements() {
        List<Fact> facts = new ArrayList<>();
        for (List<String> row : FactTable.read("elements.tsv")) {
            String number = row.get(0);
            String symbol = row.get(1);
            List<String> names = FactTable.forms(row.get(2));
            String name = names.getFirst();
            facts.add(element(
                    name,
                    Fact.SYMBOL,
                    "What is the chemical symbol of " + name + "? Answer with the symbol alone.",
                    List.of(symbol)));
            facts.add(element(
                    name,
                    "name",
                    "Which chemical element has the symbol " + symbol + "? Answer with its name alone.",
                    names));
            facts.add(element(
                    name,
                    "number",
                    "What is the atomic number of " + name + "? Answer with the number alone.",
                    List.of(number)));
            facts.add(element(
                    name,
                    "name by number",
                    "Which chemical element has the atomic number " + number + "? Answer with its name alone.",
                    names));
        }
        return facts;
    }

    private static Fact element(String name, String kind, String question, List<String> answers) {
        return new Fact(name + ": " + kind, name, kind, question, answers);
    }

    /** The year of each event, and the years between any two. */
    static List<Fact> events() {
        List<Fact> facts = new ArrayList<>();
        List<List<String>> rows = FactTable.read("events.tsv");
        for (List<String> row : rows) {
            facts.add(new Fact(
                    row.get(1),
                    row.get(1),
                    "year",
                    "In which year was " + row.get(1) + "? Answer with the number of the year alone.",
                    List.of(row.get(0))));
        }
        for (int first = 0; first < rows.size(); first++) {
            for (int second = first + 1; second < rows.size(); second++) {
                String earlier = rows.get(first).get(1);
                String later = rows.get(second).get(1);
                int years = Integer.parseInt(rows.get(second).get(0))
                        - Integer.parseInt(rows.get(first).get(0));
                facts.add(new Fact(
                        earlier + " / " + later,
                        earlier + " / " + later,
                        "between",
                        "The year of " + later + " minus the year of " + earlier
                                + ": how many years is that? Answer with the number alone.",
                        List.of(String.valueOf(years))));
            }
        }
        return facts;
    }
}
