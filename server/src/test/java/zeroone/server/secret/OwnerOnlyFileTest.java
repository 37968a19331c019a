package zeroone.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFileTest {
    @TempDir
    Path folder;

    @Test
    void only_its_owner_reads_what_replaced_it_and_nothing_else_is_left() throws IOException {
        Path path = folder.resolve("below").resolve("keys");
        OwnerOnlyFile file = new OwnerOnlyFile(path);
        file.write(new byte[] {1, 2, 3});
        file.write(new byte[] {4});
        assertThat(path).hasBinaryContent(new byte[] {4});
        assertThat(Files.getPosixFilePermissions(path))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (Stream<Path> beside = Files.list(folder.resolve("below"))) {
            assertThat(beside).containsExactly(path);
        }
    }

    @Test
    void a_write_that_fails_leaves_the_old_file_and_no_other() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.createFile(taken.resolve("so that it cannot be replaced"));
        assertThatThrownBy(() -> new OwnerOnlyFile(taken).write(new byte[] {1})).isInstanceOf(IOException.class);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(taken);
        }
    }
}
