package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.EditRevision;
import com.fataplus.migrations.cli.render.ValidationText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fata edit}. */
@Command(
        name = "edit",
        description = "Opens revision files in $VISUAL or $EDITOR, and validates them afterwards.",
        exitCodeList = {
            "0:no problem; several heads are only a warning",
            "2:a file or the graph is wrong now",
            "3:a file was edited after it was applied"
        },
        footer = {"", "Examples:", "  fata edit head", "  fata edit 4f1c"})
final class EditCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "REVISION",
            description = "an id or its beginning, a label, head, heads or current; or a file's name")
    private String name;

    EditCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().editRevision().run(new EditRevision.Request(name), shell.context());
        return shell.answer(
                "edit",
                ReportDocuments.of(report),
                report.found().stream()
                        .flatMap(found -> ValidationText.of(found, shell.style()).stream())
                        .distinct()
                        .toList(),
                report.found().stream()
                        .mapToInt(ValidateCommand::exitCode)
                        .max()
                        .orElse(ExitCode.OK));
    }
}
