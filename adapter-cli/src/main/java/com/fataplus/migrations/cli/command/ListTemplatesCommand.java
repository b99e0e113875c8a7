package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata list-templates}. */
@Command(
        name = "list-templates",
        aliases = "list_templates",
        description = {
            "Lists what fata init --template can begin a project as.",
            "What a new revision looks like is up to each project: template.sql beside its fata.toml."
        },
        footer = {"", "Example:", "  fata list-templates"})
final class ListTemplatesCommand implements Callable<Integer> {
    private final Shell shell;

    ListTemplatesCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.world().templates().run(new ListTemplates.Request(), shell.context());
        return shell.answer(
                "list-templates", ReportDocuments.of(report), RevisionText.templates(report, shell.style()));
    }
}
