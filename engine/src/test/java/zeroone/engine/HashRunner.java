package zeroone.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zeroone.text.CounterRandom;

/**
 * A model whose scores are a pure function of all tokens before, read through the block table: a block that is shared or
 * copied wrongly, or lost, shows in what is said next. A sequence with the token {@link #POISON} has scores that are no
 * numbers.
 */
final class HashRunner implements ModelRunner {
    static final int VOCABULARY = 14;
    static final int POISON = 9;

    private final int[][] blocks;
    int tokensRead;
    int mostTokens;
    int copies;

    HashRunner(int blockSize, int blocks) {
        this.blocks = new int[blocks][blockSize];
        for (int[] block : this.blocks) {
            Arrays.fill(block, -1);
        }
    }

    @Override
    public int blockSize() {
        return blocks[0].length;
    }

    @Override
    public int blocks() {
        return blocks.length;
    }

    @Override
    public void copyBlock(int from, int to) {
        blocks[to] = blocks[from].clone();
        copies++;
    }

    @Override
    public void wipe(int block) {
        Arrays.fill(blocks[block], -1);
    }

    @Override
    public Logits run(List<Chunk> chunks) {
        int size = blockSize();
        Set<Integer> written = new HashSet<>();
        int read = 0;
        int rows = 0;
        for (Chunk chunk : chunks) {
            for (int block = chunk.start() / size; block <= (chunk.end() - 1) / size; block++) {
                if (!written.add(chunk.blocks()[block])) {
                    throw new AssertionError("two sequences write to block " + chunk.blocks()[block]);
                }
            }
            for (int i = 0; i < chunk.tokens().length; i++) {
                int position = chunk.start() + i;
                blocks[chunk.blocks()[position / size]][position % size] = chunk.tokens()[i];
            }
            read += chunk.tokens().length;
            rows += chunk.scored();
        }
        tokensRead += read;
        mostTokens = Math.max(mostTokens, read);
        float[] values = new float[rows * VOCABULARY];
        int row = 0;
        for (Chunk chunk : chunks) {
            int[] tokens = new int[chunk.end()];
            for (int position = 0; position < tokens.length; position++) {
                tokens[position] = blocks[chunk.blocks()[position / size]][position % size];
            }
            for (int i = chunk.scored(); i > 0; i--) {
                scores(Arrays.copyOf(tokens, tokens.length - i + 1), values, row++ * VOCABULARY);
            }
        }
        return new Logits(values, rows, VOCABULARY);
    }

    /** The scores after some tokens. */
    static void scores(int[] tokens, float[] values, int offset) {
        CounterRandom hash = CounterRandom.of(7);
        boolean poisoned = false;
        for (int token : tokens) {
            hash = hash.split(token);
            poisoned |= token == POISON;
        }
        for (int v = 0; v < VOCABULARY; v++) {
            values[offset + v] = poisoned ? Float.NaN : (float) (6 * hash.uniform(v));
        }
        values[offset + POISON] -= poisoned ? 0 : 1000; // only a prompt has it
    }

    @Override
    public void close() {}
}
