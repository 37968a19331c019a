package zeroone.cli.recipe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every dotted key that a recipe of some type may have, to find the right table of a key put into a wrong one. */
record KnownKeys(List<String> dotted) {
    static KnownKeys of(Class<? extends Record> type) {
        List<String> keys = new ArrayList<>();
        collect(type, "", keys);
        return new KnownKeys(List.copyOf(keys));
    }

    /** The key of the same name, or nearly, in another table. */
    Optional<String> elsewhere(String name) {
        List<String> names = dotted.stream().map(KnownKeys::last).toList();
        return KeyNames.nearest(name, names).map(near -> dotted.get(names.indexOf(near)));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static void collect(Class<? extends Record> type, String path, List<String> keys) {
        for (RecordComponent component : RecordShape.components(type)) {
            String key = path + KeyNames.ofComponent(component.getName());
            keys.add(key);
            Type inner = component.getGenericType() instanceof ParameterizedType container
                    ? container.getActualTypeArguments()[container.getActualTypeArguments().length - 1]
                    : component.getGenericType();
            Scalar.recordClass(inner).ifPresent(record -> collect(record, key + ".", keys));
        }
    }
}
