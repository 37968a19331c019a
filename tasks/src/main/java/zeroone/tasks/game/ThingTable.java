package zeroone.tasks.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Things with their properties, no two of which have the same.
 *
 * @param properties every property, in order
 */
record ThingTable(Map<String, Set<String>> propertiesOf, List<String> properties) {
    private static final List<String> PROPERTIES = List.of(
            "alive",
            "an animal",
            "a mammal",
            "a bird",
            "a plant",
            "able to fly",
            "able to swim",
            "larger than a person",
            "kept by people at home",
            "good to eat",
            "made of metal",
            "made of wood",
            "something with wheels",
            "striped",
            "white",
            "used to make music",
            "used for writing",
            "a machine",
            "found in a kitchen",
            "round");

    /** One thing a line; after the colon the places of its properties in the list above. */
    private static final List<String> ROWS = List.of(
            "cat: 0 1 2 8",
            "dog: 0 1 2 6 8",
            "cow: 0 1 2 7 9",
            "horse: 0 1 2 7",
            "zebra: 0 1 2 7 13",
            "tiger: 0 1 2 6 7 13",
            "polar bear: 0 1 2 6 7 14",
            "bat: 0 1 2 5",
            "whale: 0 1 2 6 7",
            "mouse: 0 1 2",
            "rabbit: 0 1 2 8 9",
            "swan: 0 1 3 5 6 14",
            "hen: 0 1 3 8 9",
            "eagle: 0 1 3 5",
            "duck: 0 1 3 5 6 9",
            "penguin: 0 1 3 6",
            "parrot: 0 1 3 5 8",
            "ostrich: 0 1 3 7",
            "bee: 0 1 5 13",
            "salmon: 0 1 6 9",
            "goldfish: 0 1 6 8",
            "shark: 0 1 6 7 9",
            "oak: 0 4 7",
            "rose: 0 4",
            "cactus: 0 4 8",
            "apple: 4 9 18 19",
            "banana: 4 9 18",
            "rice: 4 9 14 18",
            "bread: 9 18",
            "milk: 9 14 18",
            "bicycle: 10 12",
            "car: 7 10 12 17",
            "train: 7 10 12",
            "aeroplane: 5 7 10 12 17",
            "wheelbarrow: 11 12 10",
            "piano: 7 11 15",
            "violin: 11 15",
            "trumpet: 10 15",
            "drum: 15 19",
            "pencil: 11 16",
            "pen: 16",
            "paper: 14",
            "computer: 16 17",
            "washing machine: 10 14 17",
            "refrigerator: 7 10 14 17 18",
            "knife: 10 18",
            "plate: 14 18 19",
            "spoon: 10 11 18",
            "table: 11 18",
            "coin: 10 19",
            "football: 19",
            "moon: 7 14 19",
            "ship: 6 7 10 17",
            "candle: 8");

    ThingTable {
        propertiesOf = new LinkedHashMap<>(propertiesOf);
        properties = List.copyOf(properties);
        if (Set.copyOf(propertiesOf.values()).size() < propertiesOf.size()) {
            throw new IllegalArgumentException("no two things may have the same properties");
        }
    }

    static ThingTable bundled() {
        Map<String, Set<String>> propertiesOf = new LinkedHashMap<>();
        for (String row : ROWS) {
            String[] parts = row.split(": ", -1);
            List<String> has = new ArrayList<>();
            for (String place : parts[1].split(" ", -1)) {
                has.add(PROPERTIES.get(Integer.parseInt(place)));
            }
            propertiesOf.put(parts[0], Set.copyOf(has));
        }
        return new ThingTable(propertiesOf, PROPERTIES);
    }

    List<String> things() {
        return List.copyOf(propertiesOf.keySet());
    }

    boolean has(String thing, String property) {
        Set<String> has = propertiesOf.get(thing);
        return has != null && has.contains(property);
    }
}
