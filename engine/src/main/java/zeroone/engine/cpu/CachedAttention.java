package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import zeroone.model.huggingface.LlamaConfig;

/** Attention of rows over the cache: rotates queries and keys, stores keys and values, and looks. */
final class CachedAttention {
    private final int heads;
    private final int keyValueHeads;
    private final int headSize;
    private final KeyValueBlocks cache;
    private final RotaryTable rotary;
    private final float scale;
    private final Rows queryKeyValue; // float32 [R, (H + 2 Hkv) D]
    private final Rows attended; // [R, H D]
    private final List<Member> members = new ArrayList<>();

    /** Scratch memory of one member of the crew. */
    private record Member(BlockAttention attention, float[] queries, float[] key) {}

    CachedAttention(
            LlamaConfig config, KeyValueBlocks cache, RotaryTable rotary, Activations activations, int members) {
        this.heads = config.heads();
        this.keyValueHeads = config.keyValueHeads();
        this.headSize = config.headSize();
        this.cache = cache;
        this.rotary = rotary;
        this.scale = (float) (1 / Math.sqrt(headSize));
        this.queryKeyValue = activations.queryKeyValue();
        this.attended = activations.attended();
        int longest = (int) Math.min(config.maxPositions(), (long) cache.blocks() * cache.blockSize());
        for (int member = 0; member < members; member++) {
            this.members.add(new Member(
                    BlockAttention.over(cache, longest),
                    new float[heads / keyValueHeads * headSize],
                    new float[headSize]));
        }
    }

    /** Stores a member's share of the keys and values: where rows see each other, before anybody looks. */
    void store(int layer, StepRows rows, int member) {
        Share own = Share.of(rows.rows() * keyValueHeads, member, members.size());
        for (int item = own.start(); item < own.end(); item++) {
            store(layer, rows, item / keyValueHeads, item % keyValueHeads, members.get(member));
        }
    }

    /**
     * Attention of a member's share. Work is cut by row and key head, in shares of about equal numbers of positions to
     * read. Rows that do not see each other store their key here, just before they look.
     */
    void attend(int layer, StepRows rows, int member) {
        Share own = rows.attentionShare(member, members.size(), keyValueHeads);
        for (int item = own.start(); item < own.end(); item++) {
            int row = item / keyValueHeads;
            int head = item % keyValueHeads;
            if (!rows.seeEachOther()) {
                store(layer, rows, row, head, members.get(member));
            }
            attend(layer, rows, row, head, members.get(member));
        }
    }

    private void store(int layer, StepRows rows, int row, int head, Member own) {
        int position = rows.position(row);
        int keys = heads * headSize;
        long key = queryKeyValue.at(row, keys + head * headSize);
        long value = queryKeyValue.at(row, keys + (keyValueHeads + head) * headSize);
        rotary.rotate(queryKeyValue.memory(), key, position, 1, own.key, 0);
        int block = rows.blocks(row)[position / cache.blockSize()];
        cache.store(block, position % cache.blockSize(), layer, head, own.key, 0, queryKeyValue.memory(), value);
    }

    private void attend(int layer, StepRows rows, int row, int head, Member own) {
        int group = heads / keyValueHeads;
        int position = rows.position(row);
        for (int q = 0; q < group; q++) {
            long query = queryKeyValue.at(row, (head * group + q) * headSize);
            rotary.rotate(queryKeyValue.memory(), query, position, scale, own.queries, q * headSize);
        }
        own.attention.attend(
                layer,
                head,
                own.queries,
                group,
                rows.blocks(row),
                position + 1,
                attended,
                row,
                head * group * headSize);
    }
}
