package zeroone.tasks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactTablesTest {
    @Test
    void the_tables_are_whole() {
        assertThat(FactTable.read("capitals.tsv")).hasSize(176).allMatch(row -> row.size() == 2);
        assertThat(FactTable.read("elements.tsv")).hasSize(118).allMatch(row -> row.size() == 3);
        assertThat(FactTable.read("events.tsv")).hasSizeGreaterThan(100).allMatch(row -> row.size() == 2);
        List<Integer> years = FactTable.read("events.tsv").stream()
                .map(row -> Integer.parseInt(row.getFirst()))
                .toList();
        assertThat(years).isSorted();
    }

    @Test
    void no_capital_is_that_of_two_countries_and_none_is_the_name_of_its_country() {
        List<Fact> facts = Facts.capitals();
        assertThat(facts).extracting(Fact::question).doesNotHaveDuplicates();
        assertThat(facts)
                .noneMatch(fact -> fact.accepts(fact.subject()) && fact.kind().equals("capital"));
    }

    @Test
    void accents_and_capital_letters_matter_in_symbols_only() {
        Fact capital = new Fact("c", "Moldova", "capital", "?", List.of("Chișinău"));
        assertThat(capital.accepts("chisinau")).isTrue();
        assertThat(capital.accepts("CHIȘINĂU")).isTrue();
        assertThat(capital.accepts("Chisinow")).isFalse();
        Fact helium = new Fact("h", "helium", Fact.SYMBOL, "?", List.of("He"));
        assertThat(helium.accepts("He")).isTrue();
        assertThat(helium.accepts("HE")).isFalse();
        assertThat(helium.accepts("he")).isFalse();
        assertThat(capital.accepts("a\u0301".repeat(1 << 19))).isFalse();
    }
}
