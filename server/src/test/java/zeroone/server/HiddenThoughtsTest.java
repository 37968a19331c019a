package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.server.TestServer.Options;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;

/** A hidden thought appears nowhere: not in a stream, reply, header, log, metric, error or stored response. */
class HiddenThoughtsTest {
    private static final String SECRET = "the secret is PLUTONIUM";
    private static final String THOUGHT =
            "First, " + SECRET + ".\nWait, " + SECRET + "!\nSo the answer: " + SECRET + "</think>" + SECRET;

    private static final List<String> MORE = List.of(
            "",
            ", 'stream': true",
            ", 'stream': true, 'stream_options': {'include_usage': true}, 'n': 3",
            ", 'max_tokens': 20",
            ", 'max_tokens': 20, 'stream': true",
            ", 'thinking_token_budget': 0",
            ", 'logprobs': true, 'top_logprobs': 5",
            ", 'logprobs': true, 'stream': true, 'stop': ['PLUTO']",
            ", 'zeroone': {'thoughts': 'visible'}",
            ", 'zeroone': {'strategy': 'majority_vote', 'samples': 3}",
            ", 'zeroone': {'strategy': 'majority_vote', 'samples': 3}, 'stream': true",
            ", 'include': ['reasoning.encrypted_content', 'message.output_text.logprobs'], 'stream': true",
            ", 'reasoning': {'summary': 'detailed', 'mode': 'pro'}",
            ", 'max_output_tokens': 16, 'stream': true",
            ", 'n': -1");

    private static void askEverything(TestServer server) {
        for (String more : MORE) {
            server.post(
                    "/v1/chat/completions",
                    "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}]" + more + "}");
            String id = server.post("/v1/responses", "{'model': 'scripted', 'input': 'x'" + more + "}")
                    .body();
            int at = id.indexOf("resp_");
            if (at >= 0) {
                String path = "/v1/responses/" + id.substring(at, at + 37);
                server.get(path + "?include=reasoning.encrypted_content");
                server.get(path + "/input_items");
            }
        }
        server.get("/metrics");
    }

    private static void assertHidden(TestServer server) {
        assertThat(server.received).hasSizeGreaterThan(80);
        assertThat(server.received).noneMatch(text -> text.contains("PLUTO") || text.contains("secret"));
        assertThat(server.logged).isNotEmpty().noneMatch(text -> text.contains("PLUTO") || text.contains("secret"));
    }

    @Test
    void where_everything_goes_well() throws IOException {
        try (TestServer server =
                TestServer.of(TestServer.says(THOUGHT, "42"), Options.USUAL.thoughts(ThoughtVisibility.HIDDEN))) {
            askEverything(server);
            assertHidden(server);
        }
    }

    @Test
    void where_generation_breaks_with_the_thought_in_its_message() throws IOException {
        ScriptedGenerator.Pace breaks = new ScriptedGenerator.Pace() {
            private int left = 40;

            @Override
            public synchronized void await() {
                if (--left % 40 == 0) {
                    throw new IllegalStateException("cannot go on after: " + SECRET);
                }
            }
        };
        try (TestServer server = TestServer.of(
                TestServer.says(breaks, THOUGHT, "42"), Options.USUAL.thoughts(ThoughtVisibility.HIDDEN))) {
            askEverything(server);
            assertHidden(server);
            assertThat(server.received).anyMatch(text -> text.contains("generation_failed"));
        }
    }
}
