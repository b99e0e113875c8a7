package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.usecase.RestoreBackup;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a restore will do, and what it did. */
public final class RestoreText {
    private static final int MOST_RUNS = 5;

    private RestoreText() {}

    /** What somebody has to know who is asked. */
    public static List<String> of(RestoreBackup.Prospect prospect, ZoneId zone, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.careful("about to replace ") + prospect.address() + ", at revision "
                + RunText.place(prospect.heads()));
        lines.add("  by " + prospect.backup()
                + prospect.manifest()
                        .map(backup -> ", taken %s at revision %s"
                                .formatted(Quantities.time(backup.takenAt(), zone), RunText.place(backup.heads())))
                        .orElse(""));
        lines.add("  in a new database that takes its name; the old one stays under another");
        lines.add("  everything written since then will be gone from it"
                + (prospect.since().isEmpty()
                        ? ""
                        : ", " + Quantities.count(prospect.since().size(), "run") + " of fata among it:"));
        prospect.since().stream()
                .limit(MOST_RUNS)
                .forEach(run -> lines.add("    %s %s by %s, %s"
                        .formatted(
                                run.command(), run.target(), run.operator(), Quantities.time(run.startedAt(), zone))));
        return lines;
    }

    public static List<String> of(RestoreBackup.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.good("restored")
                + " %s: the database is at %s, in %s"
                        .formatted(report.backup(), RunText.place(report.heads()), Quantities.duration(report.took())));
        report.notCompared().ifPresent(why -> lines.add(style.careful("not compared: ") + why));
        report.aside()
                .ifPresent(name -> lines.add("the database before it is now called " + name
                        + "; when nobody needs it any more: dropdb " + name));
        report.safety().ifPresent(backup -> lines.add("backup before it: " + backup.name()));
        return lines;
    }
}
