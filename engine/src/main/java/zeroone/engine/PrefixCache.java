package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Full blocks by the tokens that led to them, so that a prompt whose beginning was read before is not read again. A tree
 * for each scope: a block is found only through its predecessors and by comparing its tokens, never by a hash alone. What
 * nobody holds is kept until room is needed; then the block unused for longest goes, successors before predecessors.
 */
final class PrefixCache {
    private final int blockSize;
    private final boolean enabled;
    private final Map<String, Node> scopes = new HashMap<>();
    private final Map<Integer, Node> nodes = new HashMap<>(); // by block
    private final LinkedHashSet<Node> idleLeaves = new LinkedHashSet<>(); // in the order they go
    private int idle;

    /** A block and the tokens in it. */
    private static final class Node {
        private final String scope;
        private final @Nullable Node parent;
        private final Tokens tokens;
        private final int block;
        private final Map<Tokens, Node> children = new HashMap<>();
        private boolean held = true;

        Node(String scope, @Nullable Node parent, Tokens tokens, int block) {
            this.scope = scope;
            this.parent = parent;
            this.tokens = tokens;
            this.block = block;
        }
    }

    private record Tokens(int[] ids) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tokens that && Arrays.equals(ids, that.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    PrefixCache(int blockSize, boolean enabled) {
        this.blockSize = blockSize;
        this.enabled = enabled;
    }

    boolean enabled() {
        return enabled;
    }

    /** The known blocks that hold the beginning of the tokens, at most {@code limit} positions. */
    List<Integer> find(String scope, int[] tokens, int limit) {
        List<Integer> found = new ArrayList<>();
        Node node = scopes.get(scope);
        for (int start = 0; node != null && start + blockSize <= limit; start += blockSize) {
            node = node.children.get(slice(tokens, start));
            if (node != null) {
                found.add(node.block);
            }
        }
        return found;
    }

    /**
     * Remembers that a held block holds these tokens.
     *
     * @param before the block of the positions before them, held too; -1 if they are the first
     * @return the block that holds them from now on: another one if they were known already
     */
    int add(String scope, int before, int[] tokens, int block) {
        if (!enabled) {
            return block;
        }
        Node parent = before < 0
                ? scopes.computeIfAbsent(scope, name -> new Node(name, null, new Tokens(new int[0]), -1))
                : nodes.get(before);
        if (parent == null) {
            return block; // what leads to it is not remembered, so it could never be found
        }
        Tokens key = new Tokens(tokens);
        Node known = parent.children.get(key);
        if (known != null) {
            return known.block;
        }
        Node node = new Node(scope, parent, key, block);
        parent.children.put(key, node);
        nodes.put(block, node);
        return block;
    }

    private Tokens slice(int[] tokens, int start) {
        return new Tokens(Arrays.copyOfRange(tokens, start, start + blockSize));
    }

    /** Nobody holds the block any more. False if it is not remembered either. */
    boolean rest(int block) {
        Node node = nodes.get(block);
        if (node == null) {
            return false;
        }
        node.held = false;
        idle++;
        if (node.children.isEmpty()) {
            idleLeaves.add(node);
        }
        return true;
    }

    /** Somebody holds the block again. False if it was not waiting for that. */
    boolean revive(int block) {
        Node node = nodes.get(block);
        if (node == null || node.held) {
            return false;
        }
        node.held = true;
        idle--;
        idleLeaves.remove(node);
        return true;
    }

    /** Remembered blocks that nobody holds. */
    int idle() {
        return idle;
    }

    /** Forgets the block that was of no use for longest and gives it away; -1 if there is none. */
    int evict() {
        if (idleLeaves.isEmpty()) {
            return -1;
        }
        Node leaf = idleLeaves.removeFirst();
        idle--;
        nodes.remove(leaf.block);
        Node parent = leaf.parent;
        if (parent != null) {
            parent.children.remove(leaf.tokens);
            if (parent.children.isEmpty()) {
                if (parent.parent == null) {
                    scopes.remove(parent.scope);
                } else if (!parent.held) {
                    idleLeaves.addFirst(parent); // it was of no use for as long
                }
            }
        }
        return leaf.block;
    }

    boolean remembers(int block) {
        return nodes.containsKey(block);
    }
}
