package zeroone.engine;

/**
 * Part of one sequence that a step reads: a chunk of its prompt, or its newest token.
 *
 * @param tokens ids read now, at positions {@code start}, {@code start + 1}, …
 * @param start every position before it is already stored
 * @param blocks the block table of the sequence: position p lies in {@code blocks[p / blockSize]} at {@code p % blockSize}
 * @param scored for how many of the last tokens the scores of the next token are wanted; 0 to {@code tokens.length}
 */
record Chunk(int[] tokens, int start, int[] blocks, int scored) {
    /** Positions stored after it was read. */
    int end() {
        return start + tokens.length;
    }
}
