package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    private final Shell shell = new Shell();

    @Test
    void a_key_is_shown_once_listed_without_its_secret_and_removed(@TempDir Path state) throws IOException {
        assertThat(shell.run("keys", "--state", state.toString(), "add", "alice", "--thoughts", "visible", "--admin"))
                .isZero();
        String key = shell.out().lines().findFirst().orElseThrow();
        assertThat(key).matches("zo-[0-9a-f]{12}-.{43}");
        String id = key.substring(3, 15);
        assertThat(Files.readString(state.resolve("keys.json"))).contains(id).doesNotContain(key.substring(16));

        assertThat(shell.run("keys", "--state", state.toString(), "list")).isZero();
        assertThat(shell.out())
                .contains(id)
                .contains("alice")
                .contains("visible")
                .contains("admin");

        assertThat(shell.run("keys", "--state", state.toString(), "remove", id)).isZero();
        assertThat(shell.run("keys", "--state", state.toString(), "remove", id)).isEqualTo(1);
        assertThat(shell.err()).contains("there is no key");
    }

    @Test
    void a_name_that_cannot_be_one_is_refused(@TempDir Path state) {
        assertThat(shell.run("keys", "--state", state.toString(), "add", "al ice"))
                .isNotZero();
        assertThat(shell.err()).contains("letters");
    }

    @Test
    void seals_are_rotated(@TempDir Path state) throws IOException {
        shell.run("keys", "--state", state.toString(), "rotate-seal");
        shell.run("keys", "--state", state.toString(), "rotate-seal");
        assertThat(Files.readString(state.resolve("seals.json"))).containsPattern("(?s)\"id\".*\"id\"");
    }
}
