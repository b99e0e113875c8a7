package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.Validate;
import com.fataplus.migrations.application.usecase.Validate.LedgerCheck;
import com.fataplus.migrations.cli.render.ValidationText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata validate}. */
@Command(
        name = "validate",
        description = {
            "Finds every problem of every revision file at once.",
            "Reads headers, sections and options, the SQL with PostgreSQL's own parser, and the graph. Finds files",
            "that were edited after they were applied."
        },
        exitCodeList = {
            "0:no problem; several heads are only a warning",
            "2:a file or the graph is wrong",
            "3:a file was edited"
        },
        footer = {"", "Examples:", "  fata validate", "  fata validate --migration-file 001_initial_schema.sql"})
final class ValidateCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--migration-file", paramLabel = "FILE", description = "this file only, by name or path")
    private Optional<String> file = Optional.empty();

    @Option(names = "--offline", description = "do not compare with the ledger")
    private boolean offline;

    ValidateCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        LedgerCheck ledger = offline ? LedgerCheck.NO : LedgerCheck.WHERE_REACHABLE;
        var report = shell.open().validate().run(new Validate.Request(file, ledger), shell.context());
        return shell.answer(
                "validate", ReportDocuments.of(report), ValidationText.of(report, shell.style()), exitCode(report));
    }

    static int exitCode(Validate.Report report) {
        if (!report.scriptProblems().isEmpty() || !report.graphProblems().isEmpty()) {
            return ExitCode.USAGE;
        }
        return report.edited().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FOUND;
    }
}
