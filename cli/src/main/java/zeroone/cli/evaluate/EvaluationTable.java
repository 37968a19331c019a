package zeroone.cli.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.CurvePoint;

/** Shows results as they come, a line a point, and keeps them for a JSON file. */
public final class EvaluationTable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;
    private final List<BudgetResult> results = new ArrayList<>();

    /**
     * @param problems how many problems are measured
     */
    public EvaluationTable(PrintStream out, int problems) {
        this.out = out;
        out.println(problems + " problems");
        out.println("budget  strategy        k   accuracy (95 % interval)   tokens  backtr.  checks  yes is right");
    }

    /** Shows one budget's result. */
    public void add(BudgetResult result) {
        results.add(result);
        if (result.points().isEmpty()) {
            out.println(result.thoughtTokens() + ": the verifier failed on every answer");
        }
        for (CurvePoint point : result.points()) {
            String behaviour = point.strategy().parallel()
                    ? ""
                    : result.behaviour().map(EvaluationTable::columns).orElse("");
            out.println(String.format(
                            Locale.ROOT,
                            "%6d  %-13s %3s   %5.1f %% (%.1f to %.1f)%s %,8.0f  %s",
                            result.thoughtTokens(),
                            point.strategy().parallel() ? point.strategy().label() : "one sample",
                            point.strategy().parallel() ? Integer.toString(point.budget()) : "1",
                            100 * point.accuracy(),
                            100 * point.low(),
                            100 * point.high(),
                            "    ",
                            point.tokens(),
                            behaviour)
                    .stripTrailing());
        }
        if (result.counts().graderFailures() > 0) {
            out.println("        the verifier failed on " + result.counts().graderFailures()
                    + " answers, which are left out");
        }
    }

    private static String columns(BehaviourSummary behaviour) {
        OptionalDouble yes = behaviour.precisionOfYes();
        return String.format(
                Locale.ROOT,
                "%7.2f  %6.2f  %s",
                behaviour.backtracksPerThought(),
                behaviour.checksPerThought(),
                yes.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * yes.getAsDouble()) : "-");
    }

    /** Writes all results as JSON, all or nothing. */
    public void save(Path file, Path model) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("model", model.toString());
        ArrayNode points = root.putArray("points");
        for (BudgetResult result : results) {
            for (CurvePoint point : result.points()) {
                ObjectNode row = points.addObject()
                        .put("thought_tokens", result.thoughtTokens())
                        .put("strategy", point.strategy().key())
                        .put("k", point.strategy().parallel() ? point.budget() : 1)
                        .put("n", point.n())
                        .put("accuracy", point.accuracy())
                        .put("low", point.low())
                        .put("high", point.high())
                        .put("tokens", point.tokens())
                        .put("flops", point.flops());
                if (!point.strategy().parallel()) {
                    result.behaviour()
                            .ifPresent(behaviour -> row.put("tokens_per_thought", behaviour.tokensPerThought())
                                    .put("backtracks_per_thought", behaviour.backtracksPerThought())
                                    .put("checks_per_thought", behaviour.checksPerThought()));
                }
            }
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, JSON.writeValueAsBytes(root));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
