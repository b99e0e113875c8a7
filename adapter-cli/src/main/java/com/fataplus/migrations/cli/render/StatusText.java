package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.ShowStatus;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.revision.Revision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One screen: what needs a person first. */
public final class StatusText {
    private static final int MOST_PENDING = 10;

    private StatusText() {}

    public static List<String> of(ShowStatus.Report report, ZoneId zone, Style style, Screen screen) {
        List<String> lines = new ArrayList<>();
        report.lastRun().ifPresent(run -> alarm(run, style).ifPresent(lines::add));
        Table table = new Table()
                .row(
                        "database",
                        report.server().address() + ", "
                                + Quantities.bytes(report.server().databaseBytes()))
                .row("server", "PostgreSQL " + report.server().version())
                .row("current", current(report.current()))
                .row("heads", RunText.place(report.heads()))
                .row("pending", pending(report, style));
        report.pending().stream().limit(MOST_PENDING).forEach(revision -> table.row("", pending(revision)));
        if (report.pending().size() > MOST_PENDING) {
            table.row("", "and " + (report.pending().size() - MOST_PENDING) + " more: fata plan");
        }
        if (!report.edited().isEmpty()) {
            table.row("edited", style.careful(RunText.names(report.edited()) + " (after they were applied)"));
        }
        if (!report.unknown().isEmpty()) {
            table.row("unknown", style.careful(current(report.unknown()) + " (applied, but no file defines them)"));
        }
        table.row(
                "last run",
                report.lastRun().map(run -> lastRun(run, zone, style)).orElse("none"));
        table.row(
                "last backup",
                report.lastBackup().map(backup -> lastBackup(backup, zone)).orElse("none"));
        lines.addAll(table.wrapped(screen));
        return lines;
    }

    private static Optional<String> alarm(Run run, Style style) {
        return switch (run.outcome()) {
            case NEEDS_ATTENTION ->
                Optional.of(style.bad("needs attention: ") + "run " + run.id() + " failed and could not be taken back");
            case UNFINISHED ->
                Optional.of(style.careful("unfinished: ") + "run " + run.id() + " is at work, or was killed");
            case ABANDONED, SUCCEEDED, ROLLED_BACK, STOPPED -> Optional.empty();
        };
    }

    private static String current(List<AppliedRevision> rows) {
        return rows.isEmpty()
                ? "base: nothing is applied"
                : rows.stream().map(row -> row.id() + " " + row.message()).collect(joining(", "));
    }

    private static String pending(ShowStatus.Report report, Style style) {
        return report.pending().isEmpty()
                ? style.good("none")
                : style.careful(Quantities.count(report.pending().size(), "revision"));
    }

    private static String pending(Revision revision) {
        return revision.id() + " " + revision.message();
    }

    private static String lastRun(Run run, ZoneId zone, Style style) {
        return "%s %s, %s, %s by %s"
                .formatted(
                        run.command(),
                        run.target(),
                        RunsText.outcome(run.outcome(), style),
                        Quantities.time(run.startedAt(), zone),
                        run.operator());
    }

    private static String lastBackup(Backup backup, ZoneId zone) {
        return backup.name() + ", " + Quantities.bytes(backup.bytes()) + ", " + Quantities.time(backup.takenAt(), zone);
    }
}
