package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.usecase.ListBackups;
import com.fataplus.migrations.application.usecase.VerifyBackup;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                .row(
                        style.strong("NAME"),
                        style.strong("TAKEN"),
                        style.strong("SIZE"),
                        style.strong("REVISION"),
                        style.strong("VERIFIED"));
        backups.forEach(backup -> table.row(
                backup.name(),
                Quantities.time(backup.takenAt(), zone),
                Quantities.bytes(backup.bytes()),
                RunText.place(backup.heads()),
                backup.checked().map(check -> checked(check, zone)).orElse("never")));
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

    /** Each with its problems, then a verdict. */
    public static List<String> verified(VerifyBackup.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        report.unreadable().forEach(sentence -> lines.add(style.bad("damaged ") + sentence));
        for (VerifyBackup.Checked one : report.checked()) {
            one.check().problems().forEach(problem -> lines.add(style.bad("damaged ") + problem));
            if (one.check().problems().isEmpty()) {
                lines.add(style.good("sound   ") + one.name() + ": " + proven(one));
            }
        }
        if (lines.isEmpty()) {
            lines.add("no backups yet");
        }
        return lines;
    }

    private static String proven(VerifyBackup.Checked one) {
        return switch (one.check().depth()) {
            case READ -> "every byte as it was written, readable to its end";
            case RESTORED ->
                "restored beside the database, "
                        + one.notCompared()
                                .map(why -> "but not compared: " + why)
                                .orElse("schema and revision as they were");
        };
    }

    private static String checked(BackupCheck check, ZoneId zone) {
        String how = switch (check.depth()) {
            case READ -> "read ";
            case RESTORED -> "restored ";
        };
        return (check.problems().isEmpty() ? how : "DAMAGED ") + Quantities.time(check.at(), zone);
    }

    public static List<String> pruned(List<String> names, Style style) {
        return names.isEmpty()
                ? List.of("nothing to remove")
                : names.stream().map(name -> style.good("removed") + " " + name).toList();
    }

    private static String size(Backup backup) {
        int files = backup.contents().files().size();
        return Quantities.bytes(backup.bytes()) + " (" + backup.bytes() + " bytes"
                + (files == 0 ? ")" : " in " + files + " files)");
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
                .row(
                        "dumped by",
                        "pg_dump " + backup.dumpVersion() + ", format "
                                + backup.format().name().toLowerCase(Locale.ROOT))
                .row("revision", RunText.place(backup.heads()))
                .row("size", size(backup))
                .row("sha256", backup.sha256())
                .row("schema", backup.fingerprint())
                .row(
                        "verified",
                        backup.checked().map(check -> checked(check, zone)).orElse("never: fata backup verify"))
                .row("run", backup.run().map(run -> Long.toString(run)).orElse("none: asked for by hand"))
                .wrapped(screen.indented())
                .forEach(line -> lines.add("  " + line));
        return lines;
    }
}
