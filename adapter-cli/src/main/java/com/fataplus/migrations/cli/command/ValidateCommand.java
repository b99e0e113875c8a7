package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.document.SarifDocument;
import com.fataplus.migrations.application.usecase.Validate;
import com.fataplus.migrations.application.usecase.Validate.DatabaseUse;
import com.fataplus.migrations.application.usecase.Validate.ScratchUse;
import com.fataplus.migrations.cli.render.ValidationText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fata validate}. */
@Command(
        name = "validate",
        description = {
            "Finds every problem of every revision file at once.",
            "Reads headers, sections and options, the SQL with PostgreSQL's own parser, and the graph. With a",
            "database it also finds files that were edited after they were applied, lets the server read what is",
            "new, and tries names and types in a scratch database. Nothing runs in the database itself. What could",
            "not be checked is told, and is no problem."
        },
        exitCodeList = {
            "0:no problem; several heads, and what could not be checked, are only a warning",
            "2:a file or the graph is wrong",
            "3:a file was edited"
        },
        footer = {
            "",
            "Examples:",
            "  fata validate",
            "  fata validate --migration-file 001_initial_schema.sql",
            "  fata validate --offline",
            "  fata validate --scratch never --output json",
            "  fata validate --output sarif > fata.sarif"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--migration-file", paramLabel = "FILE", description = "this file only, by name or path")
    private Optional<String> file = Optional.empty();

    @Option(names = "--offline", description = "read the files only; ask no database")
    private boolean offline;

    @Option(
            names = "--scratch",
            paramLabel = "WHEN",
            description = {
                "run the up sections in a scratch database beside yours, which is dropped in the end:",
                "auto (the default) where something is new or edited and the role may create databases;",
                "always, for all files, or fail; never"
            })
    private ScratchUse scratch = ScratchUse.AUTO;

    @Spec
    private CommandSpec specification;

    ValidateCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        if (offline && scratch == ScratchUse.ALWAYS) {
            throw new ParameterException(
                    specification.commandLine(), "--offline and --scratch always contradict each other");
        }
        DatabaseUse database = offline ? DatabaseUse.NONE : DatabaseUse.WHERE_REACHABLE;
        var report = shell.open().validate().run(new Validate.Request(file, database, scratch), shell.context());
        int exitCode = exitCode(report);
        if (shell.format() == OutputFormat.SARIF) {
            return shell.answer(SarifDocument.of(report, shell.world().version(), exitCode), exitCode);
        }
        return shell.answer("validate", ReportDocuments.of(report), ValidationText.of(report, shell.style()), exitCode);
    }

    static int exitCode(Validate.Report report) {
        if (!report.scriptProblems().isEmpty() || !report.graphProblems().isEmpty()) {
            return ExitCode.USAGE;
        }
        return report.edited().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FOUND;
    }
}
