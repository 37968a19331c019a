package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import zeroone.model.huggingface.LlamaConfig;

/** Attention of rows over the cache: rotates queries and keys, stores keys and values, and looks. */
final class CachedAttention {
    private static final int COST_OF_ITEM = 33; // beyond its positions, in positions

    private final int heads;
    private final int keyValueHeads;
    private final int headSize;
    private final KeyValueCache cache;
    private final RotaryTable rotary;
    private final float scale;
    private final Rows queryKeyValue; // float32 [R, (H + 2 Hkv) D]
    private final Rows attended; // [R, H D]
    private final List<Member> members = new ArrayList<>();

    /** Scratch memory of one member of the crew. */
    private record Member(Attention attention, float[] queries, float[] key) {}

    CachedAttention(
            Arena arena,
            LlamaConfig config,
            KeyValueCache cache,
            RotaryTable rotary,
            Activations activations,
            int members) {
        this.heads = config.heads();
        this.keyValueHeads = config.keyValueHeads();
        this.headSize = config.headSize();
        this.cache = cache;
        this.rotary = rotary;
        this.scale = (float) (1 / Math.sqrt(headSize));
        this.queryKeyValue = activations.queryKeyValue();
        this.attended = activations.attended();
        int longest = (int) Math.min(config.maxPositions(), (long) cache.blocks() * cache.blockSize());
        int group = heads / keyValueHeads;
        for (int member = 0; member < members; member++) {
            Attention attention = cache.attention(arena, longest);
            float[] queries = new float[attention.rowsTogether(group) * group * headSize];
            this.members.add(new Member(attention, queries, new float[headSize]));
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
     * Attention of a member's share. Work is cut into neighbouring rows of a sequence by key head, and shares have about equal
     * numbers of positions to read. Rows that do not see each other store their key here, just before they look.
     */
    void attend(int layer, StepRows rows, int member) {
        Member own = members.get(member);
        int most = own.attention.rowsTogether(heads / keyValueHeads);
        long total = 0;
        for (int row = 0; row < rows.rows(); row = rows.endOfNeighbours(row, most)) {
            total += keyValueHeads * cost(rows, row);
        }
        long begin = total * member / members.size();
        long end = total * (member + 1) / members.size();
        long before = 0;
        int next;
        for (int row = 0; row < rows.rows() && before < end; row = next) {
            next = rows.endOfNeighbours(row, most);
            for (int head = 0; head < keyValueHeads; head++) {
                if (before >= begin && before < end) {
                    if (!rows.seeEachOther()) {
                        store(layer, rows, row, head, own);
                    }
                    attend(layer, rows, row, next, head, own);
                }
                before += cost(rows, row);
            }
        }
    }

    private static long cost(StepRows rows, int row) {
        return rows.position(row) + COST_OF_ITEM;
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

    private void attend(int layer, StepRows rows, int first, int end, int head, Member own) {
        int group = heads / keyValueHeads;
        for (int row = first; row < end; row++) {
            for (int q = 0; q < group; q++) {
                long query = queryKeyValue.at(row, (head * group + q) * headSize);
                int to = ((row - first) * group + q) * headSize;
                rotary.rotate(queryKeyValue.memory(), query, rows.position(row), scale, own.queries, to);
            }
        }
        own.attention.attend(
                layer,
                head,
                own.queries,
                end - first,
                group,
                rows.blocks(first),
                rows.position(first) + 1,
                attended,
                first,
                head * group * headSize);
    }
}
