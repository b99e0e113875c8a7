package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.RebaseBranch;
import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowCurrent;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Revisions in the form that users of Alembic know: {@code parent -> id (labels) (head), message}. */
public final class RevisionText {
    private RevisionText() {}

    public static List<String> current(ShowCurrent.Report report, Style style) {
        if (report.heads().isEmpty()) {
            return List.of("base: nothing is applied");
        }
        return report.heads().stream()
                .map(row -> style.strong(row.id().value()) + ", " + row.message())
                .toList();
    }

    public static List<String> currentInFull(ShowCurrent.Report report, ZoneId zone, Style style) {
        if (report.heads().isEmpty()) {
            return current(report, style);
        }
        return report.heads().stream()
                .flatMap(row -> applied(row, zone, style).stream())
                .toList();
    }

    private static List<String> applied(AppliedRevision row, ZoneId zone, Style style) {
        Table table = new Table()
                .row("Message:", row.message())
                .row("Revises:", parents(row.parents()))
                .row("Applied:", Quantities.time(row.appliedAt(), zone) + " by " + row.appliedBy())
                .row("Took:", Quantities.duration(row.duration()))
                .row("Run:", row.run().toString())
                .row("Checksum:", row.checksum().value());
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(row.id().value()));
        table.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** One line each. */
    public static List<String> lines(List<RevisionLine> revisions, Style style) {
        return revisions.stream().map(line -> line(line, style)).toList();
    }

    private static String line(RevisionLine line, Style style) {
        return parents(line.revision().parents())
                + (line.dependsOn().isEmpty() ? "" : " (" + RunText.names(line.dependsOn()) + ")")
                + " -> "
                + style.strong(line.revision().id().value())
                + tail(line, style);
    }

    /** Id, labels and marks without the parents: for lists of heads. */
    public static List<String> ids(List<RevisionLine> revisions, Style style) {
        return revisions.stream()
                .map(line -> style.strong(line.revision().id().value()) + tail(line, style))
                .toList();
    }

    private static String tail(RevisionLine line, Style style) {
        return labels(line) + marks(line, style) + ", " + line.revision().message();
    }

    /** Several lines each, with a blank line between. */
    public static List<String> inFull(List<RevisionLine> revisions, Style style) {
        List<String> lines = new ArrayList<>();
        for (RevisionLine line : revisions) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            Revision revision = line.revision();
            lines.add("Rev: " + style.strong(revision.id().value()) + labels(line) + marks(line, style));
            lines.add((revision.isMerge() ? "Merges: " : "Parent: ") + parents(revision.parents()));
            if (!line.dependsOn().isEmpty()) {
                lines.add("Also depends on: " + RunText.names(line.dependsOn()));
            }
            lines.add("Path: " + revision.location());
            revision.created().ifPresent(created -> lines.add("Created: " + created));
            lines.add("");
            lines.add("    " + revision.message());
        }
        return lines;
    }

    private static String labels(RevisionLine line) {
        return line.revision().labels().isEmpty()
                ? ""
                : " (" + String.join(", ", line.revision().labels()) + ")";
    }

    private static String marks(RevisionLine line, Style style) {
        return line.marks().stream()
                .filter(mark -> mark != Mark.APPLIED || !line.marks().contains(Mark.CURRENT))
                .sorted()
                .map(mark -> painted(mark, style))
                .collect(joining());
    }

    private static String painted(Mark mark, Style style) {
        String text = " (" + mark.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        return switch (mark) {
            case HEAD, EFFECTIVE_HEAD -> style.careful(text);
            case CURRENT -> style.good(text);
            case BRANCHPOINT, MERGEPOINT, APPLIED -> style.faint(text);
        };
    }

    private static String parents(List<RevisionId> parents) {
        return parents.isEmpty() ? "<base>" : RunText.names(parents);
    }

    public static List<String> created(Revision revision, Style style) {
        return List.of(style.good("created") + " " + revision.location());
    }

    /** The line that changed, before and after, and what came along. */
    public static List<String> rebased(RebaseBranch.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        String verb = switch (report.mode()) {
            case WRITE -> style.good("changed");
            case DRY_RUN -> style.careful("would change");
        };
        lines.add(verb + " " + report.after().location());
        lines.add("  - Revises: " + RunText.names(report.before().parents()));
        lines.add("  + Revises: " + RunText.names(report.after().parents()));
        lines.add("on top of " + RunText.names(report.after().parents()) + ": " + RunText.names(report.moved()));
        return lines;
    }

    public static List<String> templates(ListTemplates.Report report, Style style) {
        Table table = new Table();
        report.templates().forEach(template -> table.row(style.strong(template.name()), template.description()));
        return table.lines();
    }

    public static List<String> created(InitProject.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        report.paths().forEach(path -> lines.add(style.good("created") + " " + path));
        lines.add("next: fata revision -m \"what changes\"");
        return lines;
    }
}
