package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.BackupDocuments;
import com.fataplus.migrations.application.port.Replacement.Clients;
import com.fataplus.migrations.application.usecase.RestoreBackup;
import com.fataplus.migrations.application.usecase.RestoreBackup.Confirmation;
import com.fataplus.migrations.application.usecase.RestoreBackup.Consent;
import com.fataplus.migrations.application.usecase.RestoreBackup.OldDatabase;
import com.fataplus.migrations.application.usecase.RestoreBackup.Safety;
import com.fataplus.migrations.cli.render.Question;
import com.fataplus.migrations.cli.render.RestoreText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata backup restore}. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the database: all of it, or nothing.",
            "The backup is restored into a new database beside it and compared with its manifest, then the two swap names;",
            "the old database stays under another name. The role needs CREATEDB and has to own the database.",
            "A backup of what is there comes first. The journal of runs since the backup is kept."
        },
        footer = {
            "",
            "Others who are connected are named, and stay connected unless you say --terminate.",
            "",
            "Examples:",
            "  fata backup restore latest --yes",
            "  fata backup restore backup_20261122_093000 --yes --terminate --drop-old"
        })
final class BackupRestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "BACKUP",
            description = "a backup's name, with or without its ending; latest; or the path of a dump")
    private String backup;

    @Option(names = "--terminate", description = "end the sessions of others who are connected")
    private boolean terminating;

    @Option(names = "--drop-old", description = "drop the database that was swapped out")
    private boolean droppingOld;

    @Option(names = "--no-safety-backup", description = "take no backup of what is there now")
    private boolean withoutSafety;

    @Option(
            names = {"-y", "--yes"},
            description = "do not ask; needed where nobody can be asked")
    private boolean agreed;

    BackupRestoreCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var request = new RestoreBackup.Request(
                backup,
                terminating ? Clients.TERMINATE : Clients.RESPECT,
                withoutSafety ? Safety.NONE : Safety.BACKUP,
                droppingOld ? OldDatabase.DROP : OldDatabase.KEEP,
                confirmation());
        RestoreBackup.Report report = shell.open().restoreBackup().run(request, shell.context());
        return shell.answer("backup restore", BackupDocuments.of(report), RestoreText.of(report, shell.style()));
    }

    private Confirmation confirmation() {
        return agreed
                ? prospect -> Consent.GIVEN
                : prospect -> Question.ask(
                                shell.terminal(),
                                RestoreText.of(prospect, shell.zone(), shell.style()),
                                shell.world().cancellation())
                        ? Consent.GIVEN
                        : Consent.REFUSED;
    }
}
