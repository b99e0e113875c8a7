package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.Stamp;
import com.fataplus.migrations.cli.render.RunText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fata stamp}. */
@Command(
        name = "stamp",
        description = {
            "Makes the ledger say that the database is at these revisions, and runs nothing.",
            "For a database that was built another way."
        },
        footer = {"", "Examples:", "  fata stamp head", "  fata stamp base"})
final class StampCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "an id or its beginning, a label, heads, base")
    private List<String> targets = List.of();

    StampCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().stamp().run(new Stamp.Request(targets), shell.context());
        return shell.answer("stamp", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }
}
