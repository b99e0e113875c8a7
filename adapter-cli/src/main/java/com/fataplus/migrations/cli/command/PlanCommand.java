package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.MakePlan;
import com.fataplus.migrations.cli.render.PlanText;
import com.fataplus.migrations.domain.script.Direction;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fata plan}. */
@Command(
        name = "plan",
        description = "Says what an upgrade would do now, or with --down a downgrade; touches nothing.",
        footer = {"", "Examples:", "  fata plan", "  fata plan --down base"})
final class PlanCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "REVISION",
            description = "the target (default: heads, and -1 with --down)")
    private Optional<String> target = Optional.empty();

    @Option(names = "--down", description = "plan a downgrade")
    private boolean down;

    @Mixin
    private RunOptions runOptions = new RunOptions();

    PlanCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        Direction direction = down ? Direction.DOWN : Direction.UP;
        String wanted = Targets.single(spec, target.orElse(down ? "-1" : "heads"));
        var report = shell.open(runOptions.settings())
                .makePlan()
                .run(new MakePlan.Request(direction, wanted), shell.context());
        return shell.answer("plan", ReportDocuments.of(report), PlanText.of(report, shell.style(), shell.screen()));
    }
}
