package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.EnsureLedger;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.cli.render.PlanText;
import com.fataplus.migrations.cli.render.RunText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata ensure-version}. */
@Command(
        name = "ensure-version",
        aliases = "ensure_version",
        description = {
            "Creates the ledger where there is none, and brings an older one up to date.",
            "Every command that writes does so by itself; this is for setting up rights beforehand."
        },
        footer = {"", "Examples:", "  fata ensure-version", "  fata ensure-version --sql | psql"})
final class EnsureVersionCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--sql", description = "print a script for psql that does it later; needs no database")
    private boolean sql;

    EnsureVersionCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        if (sql) {
            var script = shell.open().writeScript().run(new WriteScript.Request.EnsureLedger(), shell.context());
            return shell.answer("ensure-version", ReportDocuments.of(script), PlanText.script(script));
        }
        var report = shell.open().ensureLedger().run(new EnsureLedger.Request(), shell.context());
        return shell.answer("ensure-version", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }
}
