package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.CreateRevision;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata revision}, also called {@code fata create}. */
@Command(
        name = "revision",
        aliases = "create",
        description = "Writes a new, empty revision file on top of the head.",
        footer = {"", "Examples:", "  fata revision -m \"add plots\"", "  fata create --message \"add plots\""})
final class RevisionCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "what the revision does, in a few words")
    private String message;

    @Option(names = "--rev-id", paramLabel = "ID", description = "its name (default: made as scripts.rev_id says)")
    private Optional<String> id = Optional.empty();

    RevisionCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().createRevision().run(new CreateRevision.Request(message, id), shell.context());
        return shell.answer("revision", ReportDocuments.of(report), RevisionText.created(report, shell.style()));
    }
}
