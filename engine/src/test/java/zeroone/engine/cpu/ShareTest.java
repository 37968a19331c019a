package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void attention_is_cut_into_shares_that_cover_every_row_and_head_once_and_cost_about_the_same() {
        Property.seeded(42).holds(300, random -> {
            Step step = new Step();
            int rows = random.nextInt(1, 60);
            for (int row = 0; row < rows; row++) {
                step.add(new int[] {1}, random.nextInt(300), new int[20], 1);
            }
            int members = random.nextInt(1, 5);
            int heads = random.nextInt(1, 9);
            int next = 0;
            for (int member = 0; member < members; member++) {
                Share share = step.whole().attentionShare(member, members, heads);
                assertThat(share.start()).isEqualTo(next);
                next = share.end();
            }
            assertThat(next).isEqualTo(rows * heads);
        });
    }

    @Test
    void row_counts_are_rounded_up_to_few_numbers() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 512)
                        .map(RowCounts::rounded)
                        .distinct()
                        .count())
                .isLessThan(32);
        for (int rows = 1; rows <= 512; rows++) {
            assertThat(RowCounts.rounded(rows)).isBetween(rows, Math.max(rows + 3, rows * 5 / 4 + 1));
        }
    }
}
