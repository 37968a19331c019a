package zeroone.text.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Variables by name; the body of a loop has a scope of its own, within that of what surrounds it. */
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Value> variables = new HashMap<>();

    private Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    static Scope of(Map<String, Value> variables) {
        Scope scope = new Scope(Optional.empty());
        scope.variables.putAll(variables);
        return scope;
    }

    Scope inner() {
        return new Scope(Optional.of(this));
    }

    void set(String name, Value value) {
        variables.put(name, value);
    }

    Value get(String name) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            Value value = scope.get().variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Value.Undefined(name);
    }
}
