package zeroone.server;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The answer in the events of a chat stream, however many tokens came in one event. */
final class StreamedText {
    private static final Pattern CONTENT = Pattern.compile("\"content\":\"([^\"]*)\"");

    private StreamedText() {}

    static String of(String events) {
        return CONTENT.matcher(events).results().map(found -> found.group(1)).collect(Collectors.joining());
    }
}
