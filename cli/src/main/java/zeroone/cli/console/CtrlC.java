package zeroone.cli.console;

import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * The signal that Ctrl-C sends. The JDK hears it more than once only through {@code sun.misc.Signal}, which the compiler
 * warns of wherever it is named; hence by reflection. Where a JDK lacks that class, Ctrl-C keeps its usual meaning.
 */
final class CtrlC {
    private Optional<Object> previous = Optional.empty();

    /** Calls the action, on a thread of its own, each time the signal arrives. */
    void handle(Runnable action) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(),
                    new Class<?>[] {handler},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            action.run();
                            yield null;
                        }
                        case "equals" -> System.identityHashCode(self) == System.identityHashCode(arguments[0]);
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "CtrlC";
                    });
            previous = Optional.of(install(proxy));
        } catch (ReflectiveOperationException e) {
            previous = Optional.empty();
        }
    }

    /** Gives the signal back the meaning it had. */
    void restore() {
        try {
            if (previous.isPresent()) {
                install(previous.get());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the handler of Ctrl-C cannot be restored", e);
        }
    }

    private static Object install(Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Object interrupt = signal.getConstructor(String.class).newInstance("INT");
        return signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, interrupt, handler);
    }
}
