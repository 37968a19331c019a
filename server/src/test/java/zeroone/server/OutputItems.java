package zeroone.server;

import tools.jackson.databind.JsonNode;

/** Finds what a response put out. */
final class OutputItems {
    private OutputItems() {}

    static JsonNode item(JsonNode response, String type) {
        return response.path("output")
                .valueStream()
                .filter(item -> item.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + response));
    }

    static String text(JsonNode response) {
        return item(response, "message").path("content").get(0).path("text").asString();
    }
}
