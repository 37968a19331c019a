package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;

class PieceSizeTest {
    private static final long SMALL = 1 << 20;
    private static final long LARGE = 1L << 30;

    @Test
    void pieces_cover_every_row_and_every_scored_row_once_and_keep_sequences_whole() {
        Property.seeded(61).holds(2_000, random -> {
            Step step = new Step();
            int sequences = random.nextInt(1, 120);
            for (int s = 0; s < sequences; s++) {
                int length = random.nextInt(5) == 0 ? random.nextInt(1, 90) : 1;
                step.add(new int[length], s, new int[] {s}, random.nextInt(length + 1));
            }
            int members = random.nextInt(1, 5);
            List<StepRows> pieces = PieceSize.pieces(step, members, random.nextBoolean() ? SMALL : LARGE);
            int row = 0;
            int scored = 0;
            for (StepRows piece : pieces) {
                assertThat(piece.firstRow()).isEqualTo(row);
                assertThat(piece.firstScored()).isEqualTo(scored);
                assertThat(piece.rows()).isBetween(1, PieceSize.MOST);
                assertThat(row == 0 || piece.blocks(0) != step.blocks(row - 1)).isTrue();
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
        assertThat(PieceSize.pieces(decoding(31), 2, LARGE)).isEmpty();
        assertThat(PieceSize.pieces(decoding(32), 2, LARGE)).hasSize(2);
        assertThat(PieceSize.pieces(decoding(16), 2, SMALL)).hasSize(2);
        assertThat(PieceSize.pieces(decoding(15), 2, SMALL)).isEmpty();
        assertThat(PieceSize.pieces(decoding(200), 1, SMALL)).isEmpty();
    }

    @Test
    void a_sequence_too_long_for_a_piece_keeps_all_together() {
        Step step = decoding(100);
        step.add(new int[PieceSize.MOST + 1], 0, new int[8], 1);
        assertThat(PieceSize.pieces(step, 2, SMALL)).isEmpty();
    }

    private static Step decoding(int sequences) {
        Step step = new Step();
        for (int s = 0; s < sequences; s++) {
            step.add(new int[] {1}, 5, new int[] {s}, 1);
        }
        return step;
    }
}
