package zeroone.engine;

import java.util.Collection;
import java.util.List;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.ThinkingBudget;

/** Lets in only what can be answered: everything that can be wrong with a request is told before anything is computed. */
record Door(Vocabulary vocabulary, int contextLength, int blockSize, int blocks) {
    void check(GenerationRequest request) {
        ThinkingBudget budget = request.budget();
        int prompt = request.prompt().length;
        long needed = prompt + budget.total(); // long, because a budget may be as large as an int
        if (needed > contextLength) {
            throw new IllegalArgumentException("a prompt of " + prompt + " tokens, a thought of " + budget.thought()
                    + " and an answer of " + budget.answer() + " need " + needed + " tokens of context: there are "
                    + contextLength + "; lower the thinking budget or shorten the prompt");
        }
        requireMemory(needed);
        for (int id : request.prompt()) {
            require(id, "prompt token ");
        }
        for (int id : request.resumed().tokens()) {
            require(id, "resumed token ");
        }
        requireThought(request.resumed().tokens(), budget);
        requireAll(request.sampling().logitBias().keySet(), "biased token ");
        requireAll(request.options().stop().ids(), "stop id ");
        Bridge bridge = budget.bridge();
        requireText(bridge.before(), "a bridge");
        requireText(bridge.after(), "a bridge");
        requireText(budget.minimum().map(MinimumThought::instead).orElse(List.of()), "what replaces an end of thought");
        if (!request.options().stop().strings().isEmpty()
                && vocabulary.tokenizer().isEmpty()) {
            throw new IllegalArgumentException(
                    "stop strings need an engine that knows the text of tokens: this one was made without a tokenizer");
        }
    }

    /** One that is longer than its budget would take what the context has for the answer. */
    private void requireThought(int[] resumed, ThinkingBudget budget) {
        int thought = 0;
        while (thought < resumed.length && !vocabulary.ends(resumed[thought])) {
            thought++;
        }
        int bridge = budget.bridge().before().size();
        if (thought > (long) budget.thought() + bridge) {
            throw new IllegalArgumentException("a thought of " + thought
                    + " tokens to resume from is longer than the budget of " + budget.thought() + " tokens"
                    + (bridge == 0 ? "" : " and the " + bridge + " of the bridge before its end")
                    + "; raise the thinking budget or resume from less");
        }
    }

    void check(Continuation continuation) {
        long needed = (long) continuation.prompt().length + continuation.tokens().length;
        if (needed > contextLength) {
            throw new IllegalArgumentException("a prompt of " + continuation.prompt().length
                    + " tokens and a continuation of " + continuation.tokens().length + " need " + needed
                    + " tokens of context: there are " + contextLength);
        }
        requireMemory(needed);
        for (int id : continuation.prompt()) {
            require(id, "prompt token ");
        }
        for (int id : continuation.tokens()) {
            require(id, "token of the continuation ");
        }
    }

    /** Tokens that somebody wants to write into a running sample. */
    void checkInjected(int[] tokens) {
        for (int id : tokens) {
            require(id, "injected token ");
            if (id == vocabulary.reserved().endOfTurn()) {
                throw new IllegalArgumentException(
                        "token " + id + " ends the turn and cannot be injected; cancel instead");
            }
        }
    }

    private void requireMemory(long positions) {
        long needed = (positions + blockSize - 1) / blockSize;
        if (needed > blocks) {
            throw new IllegalArgumentException("a sequence of " + positions + " tokens needs " + needed
                    + " key-value blocks of " + blockSize + " tokens: the cache has " + blocks + " ("
                    + (long) blocks * blockSize
                    + " tokens), so it could never run; give the cache more memory, lower the thinking budget or shorten"
                    + " the prompt");
        }
    }

    private void requireAll(Collection<Integer> ids, String what) {
        ids.forEach(id -> require(id, what));
    }

    private void requireText(List<Integer> ids, String what) {
        for (int id : ids) {
            require(id, "a token of " + what + ", ");
            if (vocabulary.ends(id)) {
                throw new IllegalArgumentException(
                        what + " cannot contain token " + id + ", which ends a thought or turn");
            }
        }
    }

    private void require(int id, String what) {
        if (!vocabulary.contains(id)) {
            throw new IllegalArgumentException(
                    what + id + " is outside the model's vocabulary of " + vocabulary.size());
        }
    }
}
