package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata init}. */
@Command(
        name = "init",
        description = "Lays out a new migration directory.",
        footer = {"", "Examples:", "  fata init", "  fata init farm/migrations --template environments"})
final class InitCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "where (default: ${DEFAULT-VALUE}); must not exist or be empty")
    private String directory;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "NAME",
            description = "what to begin as; fata list-templates lists them (default: generic)")
    private Optional<String> template = Optional.empty();

    InitCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.world().init().run(new InitProject.Request(directory, template), shell.context());
        return shell.answer("init", ReportDocuments.of(report), RevisionText.created(report, shell.style()));
    }
}
