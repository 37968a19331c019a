package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.OutputItems.item;
import static zeroone.server.OutputItems.text;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.jobs.BackgroundJobs;
import zeroone.server.jobs.Job;
import zeroone.server.jobs.JobProgress;
import zeroone.server.jobs.JobRequest;
import zeroone.server.jobs.JobStatus;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.GenerationRequest;

/** Responses that are kept, followed up, or go on with an earlier thought. */
class CarriedResponsesTest {
    private static final String RESPONSES = "/v1/responses";

    private static String asking(String more) {
        return "{'model': 'scripted', 'input': 'What is 6 times 7?'" + more + "}";
    }

    @Test
    void a_response_is_kept_found_listed_followed_up_and_deleted() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42", "43");
        try (TestServer server = TestServer.of(model)) {
            JsonNode first = server.post(RESPONSES, asking(", 'instructions': 'Be brief.'"))
                    .json();
            String id = first.path("id").asString();
            assertThat(server.get(RESPONSES + "/" + id).json()).isEqualTo(first);
            assertThat(server.get(RESPONSES + "/" + id + "/input_items")
                            .json()
                            .path("data")
                            .get(0)
                            .path("content")
                            .get(0)
                            .path("text")
                            .asString())
                    .isEqualTo("What is 6 times 7?");

            JsonNode second = server.post(
                            RESPONSES,
                            "{'model': 'scripted', 'input': 'Plus one?', 'previous_response_id': '" + id + "'}")
                    .json();
            assertThat(text(second)).isEqualTo("43");
            assertThat(TestServer.TOKENIZER.decode(model.requests().get(1).prompt()))
                    .isEqualTo("What is 6 times 7?42Plus one?");
            assertThat(second.path("previous_response_id").asString()).isEqualTo(id);

            assertThat(server.send(server.request(RESPONSES + "/" + id).DELETE())
                            .json()
                            .path("deleted")
                            .asBoolean())
                    .isTrue();
            assertThat(server.get(RESPONSES + "/" + id).status()).isEqualTo(404);
            assertThat(server.send(server.request(RESPONSES + "/" + id).DELETE())
                            .status())
                    .isEqualTo(404);
            assertThat(server.post(RESPONSES + "/" + id + "/cancel", "{}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_background_response_and_its_progress_are_read_at_the_same_moment() throws IOException {
        String specification = "{'id': 'resp_1', 'created': '2030-01-01T00:00:00Z', 'body': {}, 'history': [],"
                + " 'input': [], 'key': 'k', 'tenant': 't', 'thoughts': 'hidden'}";
        JobRequest request = new JobRequest(
                "resp_1", "t", "scripted", TestServer.NOW, specification.replace('\'', '"'), 5, Optional.empty());
        List<Job> stands = new ArrayList<>(List.of(
                new Job(request, JobStatus.IN_PROGRESS, "{\"status\":\"in_progress\"}", 3, progress(7)),
                new Job(request, JobStatus.COMPLETED, "{\"status\":\"completed\"}", 9, progress(50))));
        BackgroundJobs jobs = (BackgroundJobs) Proxy.newProxyInstance(
                BackgroundJobs.class.getClassLoader(),
                new Class<?>[] {BackgroundJobs.class},
                (_, _, _) -> Optional.of(stands.removeFirst()));
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"), Options.USUAL.jobs(jobs))) {
            JsonNode response = server.get(RESPONSES + "/resp_1").json();
            assertThat(response.path("status").asString()).isEqualTo("in_progress");
            assertThat(response.path("zeroone").path("progress").path("tokens").asInt())
                    .isEqualTo(7);
        }
    }

    private static JobProgress progress(long tokens) {
        return new JobProgress(tokens, 0, 0, 1, Optional.empty(), 0);
    }

    @Test
    void what_is_not_to_be_stored_is_not() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            JsonNode response =
                    server.post(RESPONSES, asking(", 'store': false")).json();
            assertThat(server.get(RESPONSES + "/" + response.path("id").asString())
                            .status())
                    .isEqualTo(404);
            assertThat(item(response, "reasoning").path("encrypted_content").asString())
                    .isNotBlank();
        }
    }

    @Test
    void a_sealed_thought_goes_on_in_a_follow_up() throws IOException {
        ScriptedGenerator model = TestServer.says("pondering hard", "42");
        Options hidden = Options.USUAL.thoughts(ThoughtVisibility.HIDDEN);
        try (TestServer server = TestServer.of(model, hidden)) {
            Reply reply = server.post(
                    RESPONSES,
                    asking(", 'store': false, 'include': ['reasoning.encrypted_content'], 'thinking_token_budget': 9"));
            JsonNode reasoning = item(reply.json(), "reasoning");
            assertThat(reply.body()).doesNotContain("pondering");
            assertThat(reasoning.path("summary").size()).isZero();

            JsonNode followUp = server.post(
                            RESPONSES,
                            "{'model': 'scripted', 'input': [{'role': 'user', 'content': 'What?'}, " + reasoning + "]}")
                    .json();
            GenerationRequest resumed = model.requests().get(1);
            assertThat(TestServer.TOKENIZER.decode(resumed.resumed().tokens())).isEqualTo("pondering");
            assertThat(resumed.budget().thought()).isEqualTo(9 + TestServer.CONTEXT / 4);
            // "hard" with its space and the end of the thought, and the answer with its end.
            assertThat(followUp.path("usage").path("output_tokens").asInt()).isEqualTo(9);
            assertThat(followUp.path("usage")
                            .path("output_tokens_details")
                            .path("reasoning_tokens")
                            .asInt())
                    .isEqualTo(6);
        }
    }

    @Test
    void a_sealed_thought_that_was_changed_is_refused() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            String sealed = item(
                            server.post(RESPONSES, asking(", 'store': false")).json(), "reasoning")
                    .path("encrypted_content")
                    .asString();
            int middle = sealed.length() / 2;
            String changed = sealed.substring(0, middle)
                    + (sealed.charAt(middle) == 'A' ? 'B' : 'A')
                    + sealed.substring(middle + 1);
            for (String text : List.of(changed, "", "AAAA", "not base64 !", sealed.substring(0, 40))) {
                Reply reply = server.post(
                        RESPONSES,
                        "{'model': 'scripted', 'input': [{'role': 'user', 'content': 'x'},"
                                + " {'type': 'reasoning', 'encrypted_content': '" + text + "'}]}");
                assertThat(reply.status()).as(text).isEqualTo(400);
                assertThat(reply.json().path("error").path("code").asString()).isEqualTo("invalid_encrypted_content");
            }
        }
    }

    @Test
    void a_thought_that_led_to_an_answer_goes_on_only_where_that_is_asked_for() throws IOException {
        ScriptedGenerator model = TestServer.says("hm", "42");
        try (TestServer server = TestServer.of(model)) {
            String id = server.post(RESPONSES, asking("")).json().path("id").asString();
            String next = "{'model': 'scripted', 'input': 'And?', 'previous_response_id': '" + id + "'";
            server.post(RESPONSES, next + "}");
            server.post(RESPONSES, next + ", 'reasoning': {'context': 'all_turns'}}");
            assertThat(model.requests().get(1).resumed().length()).isZero();
            assertThat(model.requests().get(2).resumed().length()).isEqualTo(2);
        }
    }

    @Test
    void an_unknown_earlier_response_a_tool_or_background_without_a_store_are_refused() throws IOException {
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"))) {
            Reply unknown = server.post(RESPONSES, asking(", 'previous_response_id': 'resp_none'"));
            assertThat(unknown.json().path("error").path("code").asString()).isEqualTo("previous_response_not_found");
            assertThat(server.post(RESPONSES, asking(", 'tools': [{'type': 'web_search'}]"))
                            .status())
                    .isEqualTo(400);
            assertThat(server.post(RESPONSES, asking(", 'background': true"))
                            .json()
                            .path("error")
                            .path("param")
                            .asString())
                    .isEqualTo("background");
        }
    }
}
