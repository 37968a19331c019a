package zeroone.server.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.testkit.ByteTokenizer;

class HeldTokensTest {
    private static TokenLogProb token(int id) {
        return new TokenLogProb(id, -1, List.of());
    }

    private static void add(HeldTokens held, String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            held.add(token(each & 0xff));
        }
    }

    @Test
    void tokens_of_a_stop_string_stay_when_what_was_held_before_it_is_shown() {
        HeldTokens held = HeldTokens.untilTheirText(new ByteTokenizer());
        add(held, "o");
        assertThat(held.released("o")).extracting(TokenLogProb::token).containsExactly((int) 'o');
        add(held, "ne");
        assertThat(held.released("")).isEmpty();
        add(held, ";");
        assertThat(held.released("ne")).extracting(TokenLogProb::token).containsExactly((int) 'n', (int) 'e');
        assertThat(held.released("")).isEmpty();
    }

    @Test
    void parts_of_a_character_come_with_it() {
        for (HeldTokens held : List.of(HeldTokens.untilText(), HeldTokens.untilTheirText(new ByteTokenizer()))) {
            add(held, "é");
            assertThat(held.released("é")).hasSize(2);
        }
    }

    @Test
    void what_never_had_text_comes_at_the_end() {
        HeldTokens held = HeldTokens.untilText();
        held.add(token(0xc3));
        assertThat(held.rest(List.of(token(1)))).extracting(TokenLogProb::token).containsExactly(1, 0xc3);
        assertThat(held.rest(List.of())).isEmpty();
    }
}
