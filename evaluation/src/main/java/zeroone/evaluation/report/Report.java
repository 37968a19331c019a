package zeroone.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.TrainingPoint;

/**
 * Everything a run has to show, measured on problems that none of its models was trained on. Maps keep their order.
 *
 * @param name name of the run
 * @param task what the problems are, in words or as the task's name
 * @param models names of the models that were measured, base model first, trained model last; one is enough
 * @param settings what the run was made with, as written in its recipe
 * @param trainCurve accuracy against training compute, by step; empty if nothing was trained
 * @param testCurves accuracy against test-time compute, of all models and strategies
 * @param behaviour how each model's thoughts behave; a model may be missing
 * @param samples problems with every model's thought, to be read
 * @param counts what became of each model's attempts
 * @param reproduce commands that make this report again
 */
public record Report(
        String name,
        String task,
        List<String> models,
        Map<String, String> settings,
        List<TrainingPoint> trainCurve,
        List<CurvePoint> testCurves,
        Map<String, BehaviourSummary> behaviour,
        List<SampleProblem> samples,
        Map<String, AttemptCounts> counts,
        Timing timing,
        List<String> reproduce) {
    /** Colours there are; further models share them. */
    private static final int HUES = 4;

    public Report {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(timing, "timing");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a report needs the name of its run");
        }
        models = List.copyOf(models);
        if (models.isEmpty() || models.stream().distinct().count() < models.size()) {
            throw new IllegalArgumentException("a report needs at least one model, each named once: " + models);
        }
        List<String> knownModels = models;
        settings = ordered(settings);
        trainCurve = List.copyOf(trainCurve);
        testCurves = List.copyOf(testCurves);
        behaviour = ordered(behaviour);
        samples = List.copyOf(samples);
        counts = ordered(counts);
        reproduce = List.copyOf(reproduce);
        Stream.of(
                        testCurves.stream().map(CurvePoint::model),
                        behaviour.keySet().stream(),
                        counts.keySet().stream(),
                        samples.stream().flatMap(s -> s.thoughts().stream()).map(SampleThought::model))
                .flatMap(names -> names)
                .filter(model -> !knownModels.contains(model))
                .findFirst()
                .ifPresent(model -> {
                    throw new IllegalArgumentException("the report speaks of model \"" + model
                            + "\", which is not among its models " + knownModels);
                });
    }

    /**
     * Writes report.json, curves.png, curves-parallel.png (where samples were voted on) and report.html into a directory,
     * each of them whole or not at all.
     *
     * @return the files written
     */
    public List<Path> writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        List<Panel> curves = ReportPanels.curves(this);
        if (!curves.isEmpty()) {
            written.add(AtomicFile.write(directory.resolve("curves.png"), CurvesChart.png(curves)));
        }
        List<Panel> parallel = ReportPanels.parallel(this);
        if (!parallel.isEmpty()) {
            written.add(AtomicFile.write(directory.resolve("curves-parallel.png"), CurvesChart.png(parallel)));
        }
        written.add(AtomicFile.write(directory.resolve("report.html"), HtmlReport.of(this)));
        // Last: a run that has it is finished.
        written.add(AtomicFile.write(directory.resolve("report.json"), ReportJson.of(this)));
        return written;
    }

    /** Index of the colour that a model has in every chart and table. */
    int hue(String model) {
        return models.indexOf(model) % HUES;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
