package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.RebaseBranch;
import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowBranches;
import com.fataplus.migrations.application.usecase.ShowCurrent;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Revisions in the form that users of Alembic know: {@code parent -> id (labels) (head), message}. */
public final class RevisionText {
    private RevisionText() {}

    public static List<String> current(ShowCurrent.Report report, Style style, Screen screen) {
        List<String> lines = new ArrayList<>();
        if (report.heads().isEmpty()) {
            lines.add("base: nothing is applied");
        }
        report.heads().forEach(row -> lines.add(current(row, "", style)));
        report.implied().forEach(row -> lines.add(current(row, painted(Mark.EFFECTIVE_HEAD, style), style)));
        lines.addAll(comparison(report, style));
        return screen.fitted(lines);
    }

    private static String current(AppliedRevision row, String mark, Style style) {
        return style.strong(row.id().value()) + mark + ", " + row.message();
    }

    public static List<String> currentInFull(ShowCurrent.Report report, ZoneId zone, Style style, Screen screen) {
        if (report.heads().isEmpty()) {
            return current(report, style, screen);
        }
        List<String> lines = new ArrayList<>();
        Stream.concat(report.heads().stream(), report.implied().stream())
                .forEach(row -> lines.addAll(applied(row, zone, style, screen)));
        lines.addAll(comparison(report, style));
        return lines;
    }

    private static List<String> comparison(ShowCurrent.Report report, Style style) {
        return report.comparison().map(found -> comparison(found, style)).orElse(List.of());
    }

    private static List<String> comparison(ShowCurrent.Comparison found, Style style) {
        List<String> lines = new ArrayList<>();
        if (found.isAtHeads()) {
            lines.add(style.good("at all heads"));
        }
        if (!found.pending().isEmpty()) {
            lines.add(style.careful("not at all heads: ")
                    + Quantities.count(found.pending().size(), "revision") + " pending up to "
                    + RunText.place(found.heads()));
        }
        if (!found.unknown().isEmpty()) {
            lines.add(style.careful("applied, but no file defines: ") + RunText.names(found.unknown()));
        }
        return lines;
    }

    private static List<String> applied(AppliedRevision row, ZoneId zone, Style style, Screen screen) {
        Table table = new Table()
                .row("Message:", row.message())
                .row("Revises:", parents(row.parents()))
                .row("Applied:", Quantities.time(row.appliedAt(), zone) + " by " + row.appliedBy())
                .row("Took:", Quantities.duration(row.duration()))
                .row("Run:", row.run().toString())
                .row("Checksum:", row.checksum().value());
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(row.id().value()));
        table.wrapped(screen.indented()).forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** One line each. */
    public static List<String> lines(List<RevisionLine> revisions, Style style, Screen screen) {
        return revisions.stream().map(line -> screen.fitted(line(line, style))).toList();
    }

    private static String line(RevisionLine line, Style style) {
        return parents(line.revision().parents())
                + (line.dependsOn().isEmpty() ? "" : " (" + RunText.names(line.dependsOn()) + ")")
                + " -> "
                + style.strong(line.revision().id().value())
                + tail(line, style);
    }

    /** Id, labels and marks without the parents: for lists of heads. */
    public static List<String> ids(List<RevisionLine> revisions, Style style, Screen screen) {
        return revisions.stream().map(line -> screen.fitted(id(line, style))).toList();
    }

    /** Id, labels, marks and message. */
    static String id(RevisionLine line, Style style) {
        return style.strong(line.revision().id().value()) + tail(line, style);
    }

    /** Each branch point, and the revisions that begin its branches below it. */
    public static List<String> branches(ShowBranches.Report report, Style style, Screen screen) {
        if (report.forks().isEmpty()) {
            return List.of("no branches: no revision has several children");
        }
        List<String> lines = new ArrayList<>();
        report.forks().forEach(fork -> {
            lines.add(id(fork.point(), style));
            fork.children().forEach(child -> lines.add("    -> " + id(child, style)));
        });
        return screen.fitted(lines);
    }

    /** The same with the branch points in full. */
    public static List<String> branchesInFull(ShowBranches.Report report, Style style, Screen screen) {
        if (report.forks().isEmpty()) {
            return branches(report, style, screen);
        }
        List<String> lines = new ArrayList<>();
        report.forks().forEach(fork -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(inFull(List.of(fork.point()), style));
            lines.add("");
            fork.children().forEach(child -> lines.add("    -> " + id(child, style)));
        });
        return lines;
    }

    /** The same with some of its marks only. */
    static String withMarks(RevisionLine line, Stream<Mark> marks, Style style) {
        return style.strong(line.revision().id().value()) + labels(line)
                + marks.sorted().map(mark -> painted(mark, style)).collect(joining())
                + ", " + line.revision().message();
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
        lines.add(("  - Revises: " + RunText.names(report.before().parents())).stripTrailing());
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
