package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.Stamp;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.cli.render.PlanText;
import com.fataplus.migrations.cli.render.RunText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata stamp}. */
@Command(
        name = "stamp",
        description = {
            "Makes the ledger say that the database is at these revisions, and runs nothing.",
            "For a database that was built another way."
        },
        footer = {
            "",
            "Examples:",
            "  fata stamp head",
            "  fata stamp base",
            "  fata stamp --purge 4f1c",
            "  fata stamp 4f1c:heads --sql"
        })
final class StampCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "an id or its beginning, a label, heads, base")
    private List<String> targets = List.of();

    @Option(names = "--purge", description = "forget everything first, also what no file defines any more")
    private boolean purge;

    @Option(
            names = "--sql",
            description = "print a script for psql that does it later; needs no database, takes FROM:TO")
    private boolean sql;

    @Mixin
    private TagOption tag = new TagOption();

    StampCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        if (sql) {
            return script();
        }
        targets.forEach(Targets::refuseRange);
        Stamp.Mode mode = purge ? Stamp.Mode.AFRESH : Stamp.Mode.MOVE;
        var report = shell.open().stamp().run(new Stamp.Request(targets, mode, tag.tag()), shell.context());
        return shell.answer("stamp", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }

    private int script() {
        if (purge) {
            throw RunWay.refused("--purge", "--sql", "a script begins at a place that it knows");
        }
        var report = shell.open().writeScript().run(new WriteScript.Request.Stamp(targets, tag.tag()), shell.context());
        return shell.answer("stamp", ReportDocuments.of(report), PlanText.script(report));
    }
}
