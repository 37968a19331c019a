package zeroone.tasks.route;

/**
 * One kind of shortest-path puzzle. Roads are drawn uniformly until the shortest way has enough of them.
 *
 * @param name name of the task
 * @param places how many places there are, 4 to 20
 * @param roads how many roads join them
 * @param maxLength longest road; lengths are drawn uniformly from 1
 * @param minRoads fewest roads of a shortest way with the fewest roads
 */
public record RouteConfig(String name, int places, int roads, int maxLength, int minRoads) {
    public static final RouteConfig SIX = new RouteConfig("shortest-path-6", 6, 9, 9, 2);

    public static final RouteConfig TEN = new RouteConfig("shortest-path-10", 10, 17, 12, 3);

    public RouteConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (places < 4 || places > 20) {
            throw new IllegalArgumentException("places must be in [4, 20]: " + places);
        }
        if (roads < places - 1 || roads > places * (places - 1) / 2) {
            throw new IllegalArgumentException(
                    "roads must be in [" + (places - 1) + ", " + places * (places - 1) / 2 + "]: " + roads);
        }
        if (maxLength < 1 || maxLength > 99) {
            throw new IllegalArgumentException("maxLength must be in [1, 99]: " + maxLength);
        }
        if (minRoads < 1 || minRoads > places / 2) {
            throw new IllegalArgumentException("minRoads must be in [1, " + places / 2 + "]: " + minRoads);
        }
    }
}
