package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.usecase.Unchecked;
import com.fataplus.migrations.application.usecase.Validate;
import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code validate} found, as <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>, which code review
 * tools show beside the lines. A rule is one of our problem codes. What could not be checked is a notification, and no result.
 */
public final class SarifDocument {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifDocument() {}

    /** The problems of a report; a problem of the graph is shown in each file it is about. */
    public static Map<String, Object> of(Validate.Report report, String toolVersion, int exitCode) {
        List<Finding> findings = findings(report);
        Map<String, Object> invocation = new Fields()
                .put("executionSuccessful", true)
                .put("exitCode", exitCode)
                .list("toolExecutionNotifications", report.unchecked(), SarifDocument::notification)
                .document();
        return log(toolVersion, invocation, findings);
    }

    /** A failure that left nothing to report. */
    public static Map<String, Object> of(MigrationFailure failure, String toolVersion, int exitCode) {
        Map<String, Object> invocation = new Fields()
                .put("executionSuccessful", false)
                .put("exitCode", exitCode)
                .put(
                        "toolExecutionNotifications",
                        List.of(new Fields()
                                .put("level", "error")
                                .put("descriptor", Map.of("id", failure.code()))
                                .put("message", text(failure.summary(), failure.remedy()))
                                .document()))
                .document();
        return log(toolVersion, invocation, List.of());
    }

    private record Finding(String rule, String level, String message, List<Map<String, Object>> locations) {}

    private static List<Finding> findings(Validate.Report report) {
        List<Finding> findings = new ArrayList<>();
        report.scriptProblems()
                .forEach(problem -> findings.add(new Finding(
                        problem.code(),
                        "error",
                        problem.message()
                                + problem.hint().map(hint -> "\nhint: " + hint).orElse(""),
                        List.of(location(problem)))));
        report.graphProblems()
                .forEach(problem -> files(problem)
                        .forEach(file -> findings.add(
                                new Finding(problem.code(), "error", problem.message(), List.of(start(file))))));
        report.edited()
                .forEach(revision -> findings.add(new Finding(
                        "ledger.edited",
                        "error",
                        "revision " + revision.id() + " was edited after it was applied",
                        List.of(start(revision.location())))));
        if (report.heads().size() > 1) {
            findings.add(new Finding("graph.several-heads", "warning", "several heads: " + report.heads(), List.of()));
        }
        return findings;
    }

    private static Map<String, Object> log(String version, Map<String, Object> invocation, List<Finding> findings) {
        List<String> rules = findings.stream().map(Finding::rule).distinct().toList();
        Map<String, Object> driver = new Fields()
                .put("name", "fata")
                .put("version", version)
                .list("rules", rules, rule -> Map.of("id", rule))
                .document();
        Map<String, Object> run = new Fields()
                .put("tool", Map.of("driver", driver))
                .put("invocations", List.of(invocation))
                .put("columnKind", "unicodeCodePoints")
                .list(
                        "results",
                        findings,
                        finding -> new Fields()
                                .put("ruleId", finding.rule())
                                .put("ruleIndex", rules.indexOf(finding.rule()))
                                .put("level", finding.level())
                                .put("message", text(finding.message(), Optional.empty()))
                                .put("locations", finding.locations())
                                .document())
                .document();
        return new Fields()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", List.of(run))
                .document();
    }

    private static Map<String, Object> notification(Unchecked unchecked) {
        return new Fields()
                .put("level", "warning")
                .put("message", text("not checked: " + unchecked.what() + ": " + unchecked.why(), Optional.empty()))
                .document();
    }

    private static Map<String, Object> text(String text, Optional<String> remedy) {
        return Map.of("text", text + remedy.map(fix -> "\nfix: " + fix).orElse(""));
    }

    private static List<String> files(GraphProblem problem) {
        return switch (problem) {
            case GraphProblem.DuplicateId duplicate -> duplicate.locations();
            case GraphProblem.Missing missing -> List.of(missing.revision().location());
            case GraphProblem.Cycle cycle ->
                cycle.revisions().stream().map(Revision::location).toList();
            case GraphProblem.LabelTaken taken ->
                Stream.of(taken.revision(), taken.holder())
                        .map(Revision::location)
                        .toList();
        };
    }

    private static Map<String, Object> start(String file) {
        return location(file, Map.of("startLine", 1));
    }

    private static Map<String, Object> location(ScriptProblem problem) {
        int column = problem.position().column();
        return location(
                problem.location(),
                new Fields()
                        .put("startLine", problem.position().line())
                        .put("startColumn", column)
                        .put("endLine", problem.position().line())
                        .put(
                                "endColumn",
                                column
                                        + problem.sourceLine()
                                                .map(line -> wordLength(line, column))
                                                .orElse(1))
                        .document());
    }

    private static Map<String, Object> location(String file, Map<String, Object> region) {
        return Map.of(
                "physicalLocation",
                new Fields()
                        .put("artifactLocation", Map.of("uri", SarifUri.of(file)))
                        .put("region", region)
                        .document());
    }

    /** How many characters the word at a column has; one where there is none. */
    private static int wordLength(String line, int column) {
        long length = line.codePoints()
                .skip(column - 1L)
                .takeWhile(c -> Character.isLetterOrDigit(c) || c == '_')
                .count();
        return Math.toIntExact(Math.max(1, length));
    }
}
