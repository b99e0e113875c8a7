package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.usecase.EnsureLedger;
import com.fataplus.migrations.application.usecase.RunReport;
import com.fataplus.migrations.application.usecase.Stamp;
import com.fataplus.migrations.application.usecase.TryRun;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/** What a run did, in a line or two. */
public final class RunText {
    private RunText() {}

    public static List<String> of(RunReport report, Style style) {
        List<String> lines = new ArrayList<>();
        if (!report.accepted().isEmpty()) {
            lines.add("accepted as edited: " + names(report.accepted()));
        }
        if (report.steps().isEmpty()) {
            lines.add("nothing to do: the database is at " + place(report.headsAfter()));
            return lines;
        }
        String verb = switch (report.direction()) {
            case UP -> "upgraded";
            case DOWN -> "downgraded";
        };
        lines.add(style.good(verb)
                + " %s: %s -> %s in %s"
                        .formatted(
                                Quantities.count(report.steps().size(), "revision"),
                                place(report.headsBefore()),
                                place(report.headsAfter()),
                                Quantities.duration(report.took())));
        report.backup().ifPresent(backup -> lines.add("backup before it: " + backup.name()));
        return lines;
    }

    public static List<String> of(Stamp.Report report, Style style) {
        if (report.run().isEmpty()) {
            return List.of(
                    "nothing to do: the ledger is at " + place(report.plan().headsAfter()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(style.good("stamped")
                + " %s -> %s"
                        .formatted(
                                place(report.plan().headsBefore()),
                                place(report.plan().headsAfter())));
        if (!report.plan().recorded().isEmpty()) {
            lines.add("  recorded " + names(report.plan().recorded()));
        }
        if (!report.plan().forgotten().isEmpty()) {
            lines.add("  forgotten " + names(report.plan().forgotten()));
        }
        return lines;
    }

    public static List<String> of(TryRun.Report report, Style style) {
        if (report.steps().isEmpty()) {
            return List.of("nothing to do: the database is at " + place(report.headsAfter()));
        }
        return List.of(
                style.good("would succeed")
                        + ": %s, %s -> %s in %s"
                                .formatted(
                                        Quantities.count(report.steps().size(), "revision"),
                                        place(report.headsBefore()),
                                        place(report.headsAfter()),
                                        Quantities.duration(report.took())),
                "rolled back, schema verified equal (" + report.fingerprint().abbreviated() + ")");
    }

    public static List<String> of(EnsureLedger.Report report, Style style) {
        return List.of(
                switch (report.found()) {
                    case ABSENT -> style.good("created") + " the ledger in schema " + report.schema();
                    case OLDER -> style.good("brought up to date") + " the ledger in schema " + report.schema();
                    case CURRENT -> "nothing to do: the ledger in schema " + report.schema() + " is up to date";
                });
    }

    static String place(List<RevisionId> heads) {
        return heads.isEmpty() ? "base" : names(heads);
    }

    static String names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(joining(", "));
    }
}
