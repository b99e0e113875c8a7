package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.ListBackups;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Backups as a table, or one in full. */
public final class BackupText {
    private BackupText() {}

    public static List<String> list(ListBackups.Report report, ZoneId zone, Style style, Screen screen) {
        List<String> lines = new ArrayList<>();
        report.unreadable().forEach(sentence -> lines.add(style.careful("damaged ") + sentence));
        lines.addAll(
                report.backups().isEmpty() ? List.of("no backups yet") : table(report.backups(), zone, style, screen));
        return lines;
    }

    private static List<String> table(List<Backup> backups, ZoneId zone, Style style, Screen screen) {
        Table table = new Table()
                .row(style.strong("NAME"), style.strong("TAKEN"), style.strong("SIZE"), style.strong("REVISION"));
        backups.forEach(backup -> table.row(
                backup.name(),
                Quantities.time(backup.takenAt(), zone),
                Quantities.bytes(backup.bytes()),
                RunText.place(backup.heads())));
        return table.lines(screen);
    }

    public static List<String> created(Backup backup, Style style) {
        return List.of(style.good("backed up")
                + " to %s, %s in %s"
                        .formatted(
                                backup.name(),
                                Quantities.bytes(backup.bytes()),
                                Quantities.duration(backup.duration())));
    }

    public static List<String> pruned(List<String> names, Style style) {
        return names.isEmpty()
                ? List.of("nothing to remove")
                : names.stream().map(name -> style.good("removed") + " " + name).toList();
    }

    public static List<String> inFull(Backup backup, ZoneId zone, Style style, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(backup.name()));
        new Table()
                .row(
                        "taken",
                        Quantities.time(backup.takenAt(), zone) + ", in " + Quantities.duration(backup.duration()))
                .row("database", backup.database())
                .row("server", "PostgreSQL " + backup.serverVersion())
                .row("dumped by", "pg_dump " + backup.dumpVersion() + ", format " + backup.format())
                .row("revision", RunText.place(backup.heads()))
                .row("size", Quantities.bytes(backup.bytes()) + " (" + backup.bytes() + " bytes)")
                .row("sha256", backup.sha256())
                .row("schema", backup.fingerprint())
                .row("run", backup.run().map(run -> Long.toString(run)).orElse("none: asked for by hand"))
                .wrapped(screen.indented())
                .forEach(line -> lines.add("  " + line));
        return lines;
    }
}
