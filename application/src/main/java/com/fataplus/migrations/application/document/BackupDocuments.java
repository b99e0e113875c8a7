package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.usecase.RestoreBackup;
import com.fataplus.migrations.application.usecase.VerifyBackup;
import java.util.Map;

/** What looking at backups and restoring them comes to, for machines. */
public final class BackupDocuments {
    private BackupDocuments() {}

    public static Map<String, Object> of(VerifyBackup.Report report) {
        return new Fields()
                .list(
                        "checked",
                        report.checked(),
                        one -> new Fields()
                                .put("name", one.name())
                                .put("check", of(one.check()))
                                .put("notCompared", one.notCompared())
                                .document())
                .put("unreadable", report.unreadable())
                .document();
    }

    public static Map<String, Object> of(RestoreBackup.Report report) {
        return new Fields()
                .put("run", report.run().value())
                .put("backup", report.backup())
                .put("heads", report.heads())
                .put("safetyBackup", report.safety().map(NounDocuments::of))
                .put("aside", report.aside())
                .put("notCompared", report.notCompared())
                .put("durationMs", report.took())
                .document();
    }

    static Map<String, Object> of(BackupCheck check) {
        return new Fields()
                .put("at", check.at())
                .put("depth", check.depth())
                .put("problems", check.problems())
                .document();
    }
}
