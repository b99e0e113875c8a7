package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.ListBackups;
import com.fataplus.migrations.application.usecase.PruneBackups;
import com.fataplus.migrations.application.usecase.ShowBackup;
import com.fataplus.migrations.application.usecase.TakeBackup;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.cli.render.BackupText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fata backup} and its own subcommands. */
@Command(
        name = "backup",
        description = "Takes backups, shows, proves and restores them, removes old ones.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  fata backup create", "  fata backup list"})
final class BackupCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    BackupCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    CommandLine withSubcommands() {
        return new CommandLine(this)
                .addSubcommand(new Create(shell))
                .addSubcommand(new ListAll(shell))
                .addSubcommand(new Show(shell))
                .addSubcommand(new BackupVerifyCommand(shell))
                .addSubcommand(new BackupRestoreCommand(shell))
                .addSubcommand(new Prune(shell));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** {@code fata backup create}. */
    @Command(
            name = "create",
            description = "Dumps the database now, under the migration lock, with a manifest beside the dump.",
            footer = {"", "Example:", "  fata backup create"})
    private static final class Create implements Callable<Integer> {
        private final Shell shell;

        Create(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Backup backup = shell.open().takeBackup().run(new TakeBackup.Request(), shell.context());
            return shell.answer("backup create", ReportDocuments.of(backup), BackupText.created(backup, shell.style()));
        }
    }

    /** {@code fata backup list}. */
    @Command(
            name = "list",
            description = "Lists the backups, newest first.",
            footer = {"", "Example:", "  fata backup list"})
    private static final class ListAll implements Callable<Integer> {
        private final Shell shell;

        ListAll(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            var report = shell.open().listBackups().run(new ListBackups.Request(), shell.context());
            return shell.answer(
                    "backup list",
                    ReportDocuments.of(report),
                    BackupText.list(report, shell.zone(), shell.style(), shell.screen()));
        }
    }

    /** {@code fata backup show}. */
    @Command(
            name = "show",
            description = "Shows what the manifest of a backup says.",
            footer = {"", "Example:", "  fata backup show backup_20261122_093000"})
    private static final class Show implements Callable<Integer> {
        private final Shell shell;

        @Parameters(
                index = "0",
                paramLabel = "BACKUP",
                description = "a backup's name, with or without its ending, or latest")
        private String name;

        Show(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Backup backup = shell.open().showBackup().run(new ShowBackup.Request(name), shell.context());
            return shell.answer(
                    "backup show",
                    ReportDocuments.of(backup),
                    BackupText.inFull(backup, shell.zone(), shell.style(), shell.screen()));
        }
    }

    /** {@code fata backup prune}. */
    @Command(
            name = "prune",
            description = {
                "Removes old backups of this database.",
                "Never the newest, and none that a run which ended badly may need."
            },
            footer = {"", "Example:", "  fata backup prune --keep 5 --older-than 30d"})
    private static final class Prune implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--keep", paramLabel = "N", description = "how many of the newest stay (default: backup.keep)")
        private Optional<String> keep = Optional.empty();

        @Option(
                names = "--older-than",
                paramLabel = "TIME",
                description = "only older ones go, as 30d (default: backup.older_than)")
        private Optional<String> olderThan = Optional.empty();

        Prune(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Map<String, String> settings = new HashMap<>();
            keep.ifPresent(number -> settings.put("backup.keep", number));
            olderThan.ifPresent(age -> settings.put("backup.older_than", age));
            UseCases useCases = shell.open(settings);
            BackupConfig backups = useCases.effectiveConfig().config().backup();
            List<String> gone = useCases.pruneBackups()
                    .run(new PruneBackups.Request(backups.keep(), backups.olderThan()), shell.context());
            return shell.answer("backup prune", ReportDocuments.pruned(gone), BackupText.pruned(gone, shell.style()));
        }
    }
}
