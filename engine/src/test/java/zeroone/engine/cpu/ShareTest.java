package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;

class ShareTest {
    @Test
    void shares_cover_everything_once() {
        Property.seeded(41).holds(500, random -> {
            int total = random.nextInt(1, 500);
            int members = random.nextInt(1, 20);
            int next = 0;
            for (int member = 0; member < members; member++) {
                Share share = Share.of(total, member, members);
                assertThat(share.start()).isEqualTo(next);
                next = share.end();
            }
            assertThat(next).isEqualTo(total);

            List<Share> columns = Share.columns(total, members, 16);
            assertThat(columns).hasSizeBetween(1, members);
            next = 0;
            for (Share share : columns) {
                assertThat(share.start()).isEqualTo(next).matches(start -> start % 16 == 0);
                assertThat(share.length()).isPositive();
                next = share.end();
            }
            assertThat(next).isEqualTo(total);
        });
    }

    @Test
    void neighbours_are_rows_of_one_sequence_and_no_more_than_asked_for() {
        Step step = new Step();
        step.add(new int[] {1, 2, 3, 4, 5}, 7, new int[1], 1);
        step.add(new int[] {1}, 12, new int[1], 1); // of another sequence, though its position would be the next
        step.add(new int[] {1, 2}, 0, new int[1], 1);
        StepRows rows = step.whole();

        assertThat(rows.endOfNeighbours(0, 8)).isEqualTo(5);
        assertThat(rows.endOfNeighbours(0, 2)).isEqualTo(2);
        assertThat(rows.endOfNeighbours(4, 8)).isEqualTo(5);
        assertThat(rows.endOfNeighbours(5, 8)).isEqualTo(6);
        assertThat(rows.endOfNeighbours(6, 8)).isEqualTo(8);
        assertThat(IntStream.range(0, 8).filter(rows::endsSequence)).containsExactly(4, 5, 7);
    }

    @Test
    void row_counts_are_rounded_up_to_few_numbers() {
        assertThat(IntStream.rangeClosed(1, 512)
                        .map(RowCounts::rounded)
                        .distinct()
                        .count())
                .isLessThan(32);
        for (int rows = 1; rows <= 512; rows++) {
            assertThat(RowCounts.rounded(rows)).isBetween(rows, Math.max(rows + 3, rows * 5 / 4 + 1));
        }
    }
}
