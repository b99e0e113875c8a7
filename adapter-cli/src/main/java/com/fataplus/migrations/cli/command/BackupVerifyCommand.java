package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.BackupDocuments;
import com.fataplus.migrations.application.port.BackupCheck.Depth;
import com.fataplus.migrations.application.usecase.VerifyBackup;
import com.fataplus.migrations.cli.render.BackupText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata backup verify}. */
@Command(
        name = "verify",
        description = {
            "Finds out whether a backup could be restored: its bytes are those that were written, and it can be read to its end.",
            "With --restore it is restored into a database that comes and goes, and the schema compared with the one that was dumped."
        },
        footer = {
            "",
            "Exit code 3 says that something is wrong with one. What was found stands in the manifest afterwards.",
            "",
            "Examples:",
            "  fata backup verify latest",
            "  fata backup verify latest --restore",
            "  fata backup verify --all"
        })
final class BackupVerifyCommand implements Callable<Integer> {
    private final Shell shell;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--restore",
            description = "really restore it, beside the database; the role needs CREATEDB, the server some room")
    private boolean restoring;

    BackupVerifyCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    private static final class Which {
        @Parameters(
                index = "0",
                paramLabel = "BACKUP",
                description = "a backup's name, with or without its ending, or latest")
        private Optional<String> name = Optional.empty();

        @Option(names = "--all", required = true, description = "every backup there is")
        private boolean all;
    }

    @Override
    public Integer call() {
        Optional<String> name = which.all ? Optional.empty() : which.name;
        var request = new VerifyBackup.Request(name, restoring ? Depth.RESTORED : Depth.READ);
        VerifyBackup.Report report = shell.open().verifyBackup().run(request, shell.context());
        return shell.answer(
                "backup verify",
                BackupDocuments.of(report),
                BackupText.verified(report, shell.style()),
                report.isSound() ? ExitCode.OK : ExitCode.CHECK_FOUND);
    }
}
