package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.RebaseBranch;
import com.fataplus.migrations.application.usecase.RebaseBranch.AppliedCheck;
import com.fataplus.migrations.application.usecase.RebaseBranch.Mode;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata rebase}. */
@Command(
        name = "rebase",
        description = {
            "Puts a branch on top of another head: for two lines that met without knowing each other.",
            "Changes one line of one file, the parents of the first revision of the branch that the other",
            "head does not have. What is applied in the database is refused."
        },
        footer = {"", "Examples:", "  fata rebase feed", "  fata rebase feed --onto d15e --dry-run"})
final class RebaseCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "REVISION", description = "a revision of the branch that moves")
    private String branch;

    @Option(names = "--onto", paramLabel = "REVISION", description = "where to (default: the only other head)")
    private Optional<String> onto = Optional.empty();

    @Option(names = "--dry-run", description = "say what would change, and touch nothing")
    private boolean dryRun;

    @Option(names = "--offline", description = "do not ask the database whether the branch is applied")
    private boolean offline;

    RebaseCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var request = new RebaseBranch.Request(
                branch,
                onto,
                offline ? AppliedCheck.SKIPPED : AppliedCheck.IN_DATABASE,
                dryRun ? Mode.DRY_RUN : Mode.WRITE);
        var report = shell.open().rebaseBranch().run(request, shell.context());
        return shell.answer("rebase", ReportDocuments.of(report), RevisionText.rebased(report, shell.style()));
    }
}
