package zeroone.tasks.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.logic.Syllogism.Outcome;

class SyllogismTest {
    private static final int SUBJECT = 0;
    private static final int MIDDLE = 1;
    private static final int PREDICATE = 2;

    @Test
    void of_the_256_classical_moods_the_fifteen_follow_that_need_no_members() {
        TreeSet<String> valid = new TreeSet<>();
        for (int figure = 1; figure <= 4; figure++) {
            for (Statement.Form major : Statement.Form.values()) {
                for (Statement.Form minor : Statement.Form.values()) {
                    for (Statement.Form conclusion : Statement.Form.values()) {
                        if (follows(figure, major, minor, conclusion)) {
                            valid.add("" + major + minor + conclusion + "-" + figure);
                        }
                    }
                }
            }
        }
        assertThat(valid)
                .containsExactlyInAnyOrder(
                        "AAA-1", "EAE-1", "AII-1", "EIO-1", // Barbara, Celarent, Darii, Ferio
                        "EAE-2", "AEE-2", "EIO-2", "AOO-2", // Cesare, Camestres, Festino, Baroco
                        "IAI-3", "AII-3", "OAO-3", "EIO-3", // Disamis, Datisi, Bocardo, Ferison
                        "AEE-4", "IAI-4", "EIO-4"); // Calemes, Dimatis, Fresison
    }

    private static boolean follows(int figure, Statement.Form major, Statement.Form minor, Statement.Form conclusion) {
        boolean middleFirstInMajor = figure == 1 || figure == 3;
        boolean middleFirstInMinor = figure == 3 || figure == 4;
        Statement first =
                middleFirstInMajor ? new Statement(major, MIDDLE, PREDICATE) : new Statement(major, PREDICATE, MIDDLE);
        Statement second =
                middleFirstInMinor ? new Statement(minor, MIDDLE, SUBJECT) : new Statement(minor, SUBJECT, MIDDLE);
        boolean consistent = Syllogism.consistent(3, List.of(first, second));
        return consistent
                && new Syllogism(3, List.of(first, second), new Statement(conclusion, SUBJECT, PREDICATE)).outcome()
                        == Outcome.FOLLOWS;
    }

    @Test
    void premises_that_contradict_each_other_and_kinds_that_are_none_are_refused() {
        assertThatThrownBy(() -> syllogism("A01", "O01")).hasMessageContaining("must not contradict each other");
        assertThatThrownBy(() -> syllogism("A01", "A14")).hasMessageContaining("numbered from 0 to 2");
        assertThatThrownBy(() -> syllogism("A11", "A12")).hasMessageContaining("must be about two kinds");
        assertThatThrownBy(() -> syllogism("X01", "A12")).hasMessageContaining("a statement must be a letter");
    }

    private static Syllogism syllogism(String first, String second) {
        return new Syllogism(3, List.of(Statement.ofCode(first), Statement.ofCode(second)), Statement.ofCode("A02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "not q", "(p and q)", "not (not p implies (q iff not not r))"})
    void a_formula_is_read_back(String text) {
        assertThat(Formula.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p q",
                "(p and q",
                "p and q",
                "(p & q)",
                "(p and q))",
                "not",
                "((p))",
                "z",
                "P",
                "( p and q)",
                "(p  and q)"
            })
    void what_is_no_formula_is_refused(String text) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formula.parse("not ".repeat(1 << 20) + text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formula.parse("(".repeat(10_000) + text)).isInstanceOf(IllegalArgumentException.class);
    }
}
