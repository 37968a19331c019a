package zeroone.server.schema;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Constraint;

/** Lets an answer follow a grammar, token by token. Thread-safe; its states are not. */
final class GrammarConstraint implements Constraint {
    private static final int MOST_MASKS = 512;

    private final Position start;
    private final Vocabulary vocabulary;
    private final Tokenizer tokenizer;
    private final Map<Position, BitSet> masks = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, BitSet> eldest) {
            return size() > MOST_MASKS;
        }
    });

    GrammarConstraint(Grammar grammar, Vocabulary vocabulary, Tokenizer tokenizer) {
        this.start = Position.start(grammar);
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
    }

    @Override
    public State start() {
        return new State() {
            private Position position = start;

            @Override
            public BitSet allowed() {
                return masks.computeIfAbsent(position, vocabulary::allowed);
            }

            @Override
            public void accept(int token) {
                if (token == vocabulary.endOfTurn()) {
                    return;
                }
                String text = Vocabulary.text(tokenizer, token);
                for (int i = 0; i < text.length(); i++) {
                    position = position.after(text.charAt(i));
                }
            }
        };
    }
}
