package zeroone.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zeroone.text.generation.Completion;

/** Everything that is counted. Labels are names of models and routes, never text of users or thoughts. Thread-safe. */
public final class Metrics {
    private final Sum running = Sum.gauge("vllm:num_requests_running", "Requests that generate.");
    private final Sum waiting = Sum.gauge("vllm:num_requests_waiting", "Requests that wait for their first token.");
    private final Sum promptTokens = Sum.counter("vllm:prompt_tokens_total", "Tokens read.");
    private final Sum prefixQueries = Sum.counter(
            "vllm:prefix_cache_queries_total", "Tokens of prompts that were looked up in the prefix cache.");
    private final Sum prefixHits =
            Sum.counter("vllm:prefix_cache_hits_total", "Tokens of prompts that the prefix cache had.");
    private final Sum generationTokens = Sum.counter("vllm:generation_tokens_total", "Tokens written.");
    private final Sum finished = Sum.counter("vllm:request_success_total", "Samples that ended, by reason.");
    private final Histogram firstToken =
            new Histogram("vllm:time_to_first_token_seconds", "From the request to its first token.");
    private final Histogram betweenTokens =
            new Histogram("vllm:inter_token_latency_seconds", "Between two tokens of a sample.");
    private final Histogram endToEnd = new Histogram("vllm:e2e_request_latency_seconds", "From request to last token.");
    private final Sum reasoningTokens = Sum.counter("zeroone:reasoning_tokens_total", "Tokens of thoughts.");
    private final Histogram thinking =
            new Histogram("zeroone:thinking_seconds", "From the first token to the end of the thought.");
    private final Sum budgetForced =
            Sum.counter("zeroone:budget_forced_total", "Thoughts that their budget or their user ended.");
    private final Sum earlyStop =
            Sum.counter("zeroone:early_stop_total", "Requests that needed fewer samples than allowed, by reason.");
    private final Sum httpRequests = Sum.counter("zeroone:http_requests_total", "Replies, by route and status.");

    private final List<Metric> all = List.of(
            running,
            waiting,
            promptTokens,
            prefixQueries,
            prefixHits,
            generationTokens,
            finished,
            firstToken,
            betweenTokens,
            endToEnd,
            reasoningTokens,
            thinking,
            budgetForced,
            earlyStop,
            httpRequests);

    public void replied(String route, int status) {
        httpRequests.add("route=\"" + route + "\",status=\"" + status + "\"", 1);
    }

    public void earlyStop(String model, String reason) {
        earlyStop.add(model(model) + ",reason=\"" + reason + "\"", 1);
    }

    /** A sample has ended, for whatever reason. */
    public void sampleEnded(String model, Completion completion) {
        String reason = switch (completion.finishReason()) {
            case STOP, STOP_STRING, STOP_TOKEN -> "stop";
            case LENGTH -> "length";
            case CANCELLED -> "abort";
            case ERROR -> "error";
        };
        finished.add(model(model) + ",finished_reason=\"" + reason + "\"", 1);
        budgetForced.add(model(model), completion.closeForced() && completion.thoughtLength() > 0 ? 1 : 0);
    }

    public void spent(String model, int prompt, int cached, int completion, int reasoning) {
        promptTokens.add(model(model), prompt);
        prefixQueries.add(model(model), prompt);
        prefixHits.add(model(model), cached);
        generationTokens.add(model(model), completion);
        reasoningTokens.add(model(model), reasoning);
    }

    void waiting(String model, int change) {
        waiting.add(model(model), change);
    }

    void running(String model, int change) {
        running.add(model(model), change);
    }

    void firstToken(String model, double seconds) {
        firstToken.observe(model(model), seconds);
    }

    void betweenTokens(String model, double seconds) {
        betweenTokens.observe(model(model), seconds);
    }

    void thought(String model, double seconds) {
        thinking.observe(model(model), seconds);
    }

    void endToEnd(String model, double seconds) {
        endToEnd.observe(model(model), seconds);
    }

    private static String model(String name) {
        return "model_name=\""
                + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /**
     * All of it, as Prometheus reads it.
     *
     * @param keyValueCacheUse shares of the caches that are in use, by model
     */
    public String text(Map<String, Double> keyValueCacheUse) {
        StringBuilder out = new StringBuilder();
        all.forEach(metric -> metric.write(out));
        String name = "vllm:kv_cache_usage_perc";
        Metric.head(out, name, "The share of the key-value cache that is in use, in [0, 1].", "gauge");
        new TreeMap<>(keyValueCacheUse)
                .forEach((model, share) -> Metric.line(out, name, model(model), Double.toString(share)));
        return out.toString();
    }
}
