package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reference data in which one field is missing or holds something else. */
final class BrokenData {
    private BrokenData() {}

    static List<ObjectNode> of(ObjectNode data) {
        List<ObjectNode> broken = new ArrayList<>();
        for (String field : List.copyOf(data.propertyNames())) {
            ObjectNode missing = data.deepCopy();
            missing.remove(field);
            broken.add(missing);
            broken.add(data.deepCopy().putNull(field));
            broken.add(data.deepCopy().put(field, -1));
            broken.add(data.deepCopy().put(field, 0));
            broken.add(data.deepCopy().put(field, Integer.MAX_VALUE));
            broken.add(data.deepCopy().put(field, Long.MIN_VALUE));
            broken.add(data.deepCopy().put(field, 1e300));
            broken.add(data.deepCopy().put(field, ""));
            broken.add(data.deepCopy().put(field, "zz"));
            broken.add(data.deepCopy().put(field, "(".repeat(10_000)));
            broken.add(data.deepCopy().put(field, "9".repeat(100_000)));
            ObjectNode list = data.deepCopy();
            list.putArray(field);
            broken.add(list);
            ObjectNode mixed = data.deepCopy();
            mixed.putArray(field).add(1).add("x").addNull();
            broken.add(mixed);
            ObjectNode object = data.deepCopy();
            object.putObject(field).put("x", 1);
            broken.add(object);
        }
        return broken;
    }
}
