package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.usecase.ShowRuns;
import com.fataplus.migrations.application.usecase.ShowRuns.JournalledRun;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.RunStep;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was done to the database: a line a run, or each with its journal. */
public final class RunsText {
    private RunsText() {}

    /** A table, newest first. */
    public static List<String> lines(ShowRuns.Report report, ZoneId zone, Style style, Screen screen) {
        if (report.runs().isEmpty()) {
            return List.of("no runs yet");
        }
        Table table = new Table()
                .row(
                        style.strong("RUN"),
                        style.strong("STARTED"),
                        style.strong("COMMAND"),
                        style.strong("OUTCOME"),
                        style.strong("TOOK"),
                        style.strong("BY"));
        report.runs().stream()
                .map(JournalledRun::run)
                .forEach(run -> table.row(
                        run.id().toString(),
                        Quantities.time(run.startedAt(), zone),
                        command(run),
                        outcome(run.outcome(), style),
                        took(run),
                        run.operator()));
        return table.lines(screen);
    }

    /** Each with what its journal says, and a blank line between. */
    public static List<String> inFull(ShowRuns.Report report, ZoneId zone, Style style, Screen screen) {
        if (report.runs().isEmpty()) {
            return lines(report, zone, style, screen);
        }
        List<String> lines = new ArrayList<>();
        for (JournalledRun journalled : report.runs()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            Run run = journalled.run();
            lines.add(style.strong("run " + run.id()) + "  " + command(run) + "  " + outcome(run.outcome(), style));
            Table facts = new Table()
                    .row("started", Quantities.time(run.startedAt(), zone) + " by " + run.operator())
                    .row("took", took(run))
                    .row("backup", run.backup().orElse("none"));
            run.tag().ifPresent(tag -> facts.row("tag", tag));
            facts.wrapped(screen.indented()).forEach(line -> lines.add("  " + line));
            journal(journalled, zone, style).wrapped(screen.indented()).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** How far each step came at last. */
    private static Table journal(JournalledRun journalled, ZoneId zone, Style style) {
        Map<String, RunStep> latest = new LinkedHashMap<>();
        journalled.steps().forEach(step -> latest.put(step.direction() + " " + step.revision(), step));
        Table table = new Table();
        latest.values()
                .forEach(step -> table.row(
                        step.direction().name().toLowerCase(Locale.ROOT),
                        step.revision().value(),
                        Quantities.timeOfDay(step.at(), zone),
                        state(step, style)));
        return table;
    }

    private static String state(RunStep step, Style style) {
        String statements = step.statementsDone() == 0
                ? ""
                : ", " + Quantities.count(step.statementsDone(), "statement") + " committed";
        return switch (step.state()) {
            case STARTED -> style.careful("started") + statements;
            case DONE -> style.good("done") + statements;
            case FAILED ->
                style.bad("failed")
                        + statements
                        + step.failure().map(why -> ": " + why).orElse("");
        };
    }

    private static String command(Run run) {
        return run.command() + " " + run.target();
    }

    private static String took(Run run) {
        return run.finishedAt()
                .map(end -> Quantities.duration(Duration.between(run.startedAt(), end)))
                .orElse("");
    }

    static String outcome(RunOutcome outcome, Style style) {
        String words = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (outcome) {
            case SUCCEEDED -> style.good(words);
            case ROLLED_BACK, STOPPED, ABANDONED, UNFINISHED -> style.careful(words);
            case NEEDS_ATTENTION -> style.bad(words);
        };
    }
}
