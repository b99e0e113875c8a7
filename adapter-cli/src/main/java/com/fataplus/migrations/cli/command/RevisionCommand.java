package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.CreateRevision;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fata revision}, also called {@code fata create}. */
@Command(
        name = "revision",
        aliases = "create",
        description = {
            "Writes a new, empty revision file on top of the head, or on another revision.",
            "Then runs the hooks of fata.toml on it."
        },
        footer = {
            "",
            "Examples:",
            "  fata revision -m \"add plots\"",
            "  fata create --message \"add plots\"",
            "  fata revision -m \"add billing\" --head base --branch-label billing",
            "  fata revision -m \"add invoices\" --head billing@head --depends-on 001"
        })
final class RevisionCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "what the revision does, in a few words")
    private String message;

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description =
                    "what it builds on: an id or its beginning, a label, label@head; base begins a line of its own"
                            + " (default: the only head)")
    private Optional<String> head = Optional.empty();

    @Mixin
    private DetailOptions options = new DetailOptions();

    RevisionCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var request = new CreateRevision.Request(message, head, options.splice(), options.details());
        var report = shell.open().createRevision().run(request, shell.context());
        return shell.answer(
                "revision",
                ReportDocuments.created(report.revision()),
                RevisionText.created(report.revision(), shell.style()));
    }
}
