package zeroone.tensor;

import java.util.Iterator;
import org.bytedeco.javacpp.PointerScope;

/**
 * The one rule for native memory: every tensor made on a thread dies when the innermost scope open on that thread
 * closes, and leaves it alive only by being {@linkplain #keep kept}. Outside any scope a tensor lives until it is
 * {@linkplain Tensor#close closed}.
 *
 * <pre>{@code
 * try (TensorScope scope = new TensorScope()) {
 *     Tensor logits = model.forward(tokens);
 *     return scope.keep(logits.softmax(-1)); // now belongs to the caller's scope
 * }
 * }</pre>
 */
public final class TensorScope implements AutoCloseable {
    private final PointerScope scope = new PointerScope();

    /**
     * Moves a tensor made in this scope to the enclosing one, or to the caller if there is none.
     *
     * @throws IllegalStateException if this is not the innermost scope of the thread
     */
    @SuppressWarnings("ReferenceEquality") // the very scope, not one like it
    public Tensor keep(Tensor tensor) {
        Iterator<PointerScope> scopes = PointerScope.getScopeIterator();
        if (!scopes.hasNext() || scopes.next() != scope) {
            throw new IllegalStateException("only the innermost scope of a thread can give tensors away");
        }
        tensor.torch.retainReference();
        scope.detach(tensor.torch);
        if (scopes.hasNext()) {
            scopes.next().attach(tensor.torch);
            tensor.torch.releaseReference();
        }
        return tensor;
    }

    @Override
    public void close() {
        scope.close();
    }
}
