package zeroone.server.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zeroone.text.Tokenizer;

/**
 * The texts of all tokens as a tree of characters, so that a grammar looks at a common beginning only once. Tokens that are
 * a part of a character are left out: such characters are written as escapes. Immutable.
 */
final class Vocabulary {
    private final Branch root = new Branch();
    private final int size;
    private final int endOfTurn;

    private static final class Branch {
        private final Map<Character, Branch> next = new TreeMap<>();
        private final List<Integer> tokens = new ArrayList<>(0);
    }

    Vocabulary(Tokenizer tokenizer) {
        this.size = tokenizer.vocabularySize();
        this.endOfTurn = tokenizer.reserved().endOfTurn();
        for (int id = 0; id < size; id++) {
            String text = text(tokenizer, id);
            if (text.isEmpty() || text.indexOf('\uFFFD') >= 0) {
                continue;
            }
            Branch branch = root;
            for (int i = 0; i < text.length(); i++) {
                branch = branch.next.computeIfAbsent(text.charAt(i), _ -> new Branch());
            }
            branch.tokens.add(id);
        }
    }

    /** The text that a token adds: some tokenizers drop a space at the beginning of a text. */
    static String text(Tokenizer tokenizer, int id) {
        int[] anchor = tokenizer.encode("a");
        int[] pair = Arrays.copyOf(anchor, anchor.length + 1);
        pair[anchor.length] = id;
        String alone = tokenizer.decode(anchor);
        String both = tokenizer.decode(pair);
        return both.startsWith(alone) ? both.substring(alone.length()) : "";
    }

    int endOfTurn() {
        return endOfTurn;
    }

    /** The tokens that a text at this position may go on with. */
    BitSet allowed(Position position) {
        BitSet allowed = new BitSet(size);
        collect(root, position, allowed);
        if (position.mayEnd()) {
            allowed.set(endOfTurn);
        }
        return allowed;
    }

    private static void collect(Branch branch, Position position, BitSet allowed) {
        branch.tokens.forEach(allowed::set);
        branch.next.forEach((c, next) -> {
            Position after = position.after(c);
            if (!after.dead()) {
                collect(next, after, allowed);
            }
        });
    }
}
