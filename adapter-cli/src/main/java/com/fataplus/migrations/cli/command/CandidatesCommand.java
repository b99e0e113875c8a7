package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.ListBackups;
import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.ShowHistory;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.cli.render.Answer;
import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What completion scripts ask for: names, a line each as {@code name:description}, from files alone. */
@Command(
        name = "__complete",
        hidden = true,
        description = "Lists what may be typed.",
        footer = {"", "Example:", "  fata __complete revisions"})
final class CandidatesCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind;

    /** Of what. */
    enum Kind {
        REVISIONS,
        BACKUPS
    }

    CandidatesCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        UseCases useCases = shell.open();
        Answer.text(
                shell.terminal(),
                switch (kind) {
                    case REVISIONS -> revisions(useCases);
                    case BACKUPS -> backups(useCases);
                });
        return ExitCode.OK;
    }

    private List<String> revisions(UseCases useCases) {
        var everything = new ShowHistory.Request(Optional.empty(), ShowHistory.Source.FILES, Optional.empty());
        Stream<String> named = useCases.showHistory().run(everything, shell.context()).revisions().stream()
                .map(RevisionLine::revision)
                .flatMap(revision -> Stream.concat(Stream.of(revision.id().value()), revision.labels().stream())
                        .map(name -> name + ":" + revision.message()));
        Stream<String> symbols = Stream.of(Symbol.values()).map(symbol -> symbol.word() + ":" + meaning(symbol));
        return Stream.concat(named, symbols).toList();
    }

    private static String meaning(Symbol symbol) {
        return switch (symbol) {
            case HEAD -> "the newest revision";
            case HEADS -> "all newest revisions";
            case BASE -> "before the first revision";
            case CURRENT -> "where the database is";
        };
    }

    private List<String> backups(UseCases useCases) {
        return useCases.listBackups().run(new ListBackups.Request(), shell.context()).backups().stream()
                .map(Backup::name)
                .map(name -> name + ":backup")
                .toList();
    }
}
