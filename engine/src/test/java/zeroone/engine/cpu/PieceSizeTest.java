package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;

class PieceSizeTest {
    private static final long SMALL = 1 << 20;
    private static final long LARGE = 1L << 30;

    @Test
    void pieces_cover_every_row_and_every_scored_row_once_and_know_where_they_go_on() {
        Property.seeded(61).holds(2_000, random -> {
            Step step = new Step();
            int sequences = random.nextInt(1, 120);
            for (int s = 0; s < sequences; s++) {
                int length = random.nextInt(5) == 0 ? random.nextInt(1, 90) : 1;
                step.add(new int[length], s, new int[] {s}, random.nextInt(length + 1));
            }
            int members = random.nextInt(1, 5);
            List<Piece> pieces = PieceSize.pieces(step, members, random.nextBoolean() ? SMALL : LARGE);
            int row = 0;
            int scored = 0;
            for (int index = 0; index < pieces.size(); index++) {
                StepRows piece = pieces.get(index).rows();
                assertThat(piece.firstRow()).isEqualTo(row);
                assertThat(piece.firstScored()).isEqualTo(scored);
                assertThat(piece.rows()).isBetween(1, PieceSize.MOST);
                boolean begun = row > 0 && step.blocks(row) == step.blocks(row - 1);
                assertThat(pieces.get(index).before())
                        .isEqualTo(begun ? Optional.of(pieces.get(index - 1)) : Optional.empty());
                boolean seen = IntStream.rangeClosed(row, row + piece.rows())
                        .anyMatch(r -> r > 0 && r < step.rows() && step.blocks(r) == step.blocks(r - 1));
                assertThat(piece.seen()).isEqualTo(seen);
                for (int i = 0; i < piece.scored(); i++) {
                    assertThat(piece.scoredRow(i)).isBetween(0, piece.rows() - 1);
                    assertThat(piece.scoredRow(i) + row).isEqualTo(step.scoredRow(scored + i));
                }
                row += piece.rows();
                scored += piece.scored();
            }
            if (!pieces.isEmpty()) {
                assertThat(pieces).hasSizeGreaterThanOrEqualTo(members);
                assertThat(row).isEqualTo(step.rows());
                assertThat(scored).isEqualTo(step.scored());
            }
        });
    }

    @Test
    void few_rows_of_a_large_model_stay_together_so_that_its_weights_are_read_once() {
        assertThat(PieceSize.pieces(decoding(63), 2, LARGE)).isEmpty();
        assertThat(PieceSize.pieces(decoding(64), 2, LARGE)).hasSize(2);
        assertThat(PieceSize.pieces(decoding(16), 2, SMALL)).hasSize(2);
        assertThat(PieceSize.pieces(decoding(15), 2, SMALL)).isEmpty();
        assertThat(PieceSize.pieces(decoding(20), 1, LARGE)).hasSize(1);
    }

    @Test
    void a_long_sequence_is_cut_and_a_crew_of_one_takes_its_pieces_one_after_the_other() {
        Step step = new Step();
        step.add(new int[200], 0, new int[13], 1);
        assertThat(PieceSize.pieces(step, 2, LARGE))
                .extracting(piece -> piece.rows().rows())
                .containsExactly(25, 25, 25, 25, 25, 25, 25, 25);
        assertThat(PieceSize.pieces(step, 1, LARGE))
                .extracting(piece -> piece.rows().rows())
                .containsExactly(50, 50, 50, 50);
    }

    private static Step decoding(int sequences) {
        Step step = new Step();
        for (int s = 0; s < sequences; s++) {
            step.add(new int[] {1}, 5, new int[] {s}, 1);
        }
        return step;
    }
}
