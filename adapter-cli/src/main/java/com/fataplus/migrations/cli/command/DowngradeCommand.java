package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.usecase.Downgrade;
import com.fataplus.migrations.application.usecase.MakePlan;
import com.fataplus.migrations.application.usecase.TryRun;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.cli.render.PlanText;
import com.fataplus.migrations.cli.render.RunText;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fata downgrade}. */
@Command(
        name = "downgrade",
        description = {
            "Takes the database back to a revision, which itself stays.",
            "Runs the down sections as they were applied, also of files that are gone."
        },
        footer = {
            "",
            "Examples:",
            "  fata downgrade -1",
            "  fata downgrade base --dry-run",
            "  fata downgrade 4f1c --trial",
            "  fata downgrade heads:4f1c --sql > back.sql"
        })
final class DowngradeCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "REVISION",
            description = "an id or its beginning, a label, -1, base, label@-1 ...")
    private Optional<String> target = Optional.empty();

    @Option(names = "--revision", paramLabel = "REVISION", description = "the same, as an option")
    private Optional<String> revision = Optional.empty();

    @ArgGroup
    private RunWay way = new RunWay();

    @Mixin
    private TagOption tag = new TagOption();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    DowngradeCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        String wanted = wanted();
        UseCases useCases = shell.open(runOptions.settings());
        return switch (way.chosen()) {
            case PERFORM -> perform(useCases, Targets.single(spec, wanted));
            case DRY_RUN -> dryRun(useCases, Targets.single(spec, wanted));
            case TRIAL -> attempt(useCases, Targets.single(spec, wanted));
            case SQL -> script(useCases, Targets.checked(spec, wanted));
        };
    }

    private int perform(UseCases useCases, String checked) {
        var report = useCases.downgrade().run(new Downgrade.Request(checked, tag.tag()), shell.context());
        return shell.answer("downgrade", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }

    private int dryRun(UseCases useCases, String checked) {
        var plan = useCases.makePlan().run(new MakePlan.Request(Direction.DOWN, checked), shell.context());
        return shell.answer("downgrade", ReportDocuments.of(plan), PlanText.sql(plan));
    }

    private int attempt(UseCases useCases, String checked) {
        runOptions.refuseInTrial();
        tag.refuseInTrial();
        var report = useCases.tryRun().run(new TryRun.Request(Direction.DOWN, checked, List.of()), shell.context());
        return shell.answer("downgrade", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }

    private int script(UseCases useCases, String range) {
        runOptions.refuseInScript();
        var report = useCases.writeScript().run(new WriteScript.Request.Downgrade(range, tag.tag()), shell.context());
        return shell.answer("downgrade", ReportDocuments.of(report), PlanText.script(report));
    }

    private String wanted() {
        if (target.isPresent() && revision.isPresent()) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "usage.two-targets",
                    "two targets: " + target.get() + " and --revision " + revision.get(),
                    Optional.of("fata downgrade " + target.get())));
        }
        return target.or(() -> revision)
                .orElseThrow(() -> new MigrationException(new InputFailure.BadRequest(
                        "usage.no-target",
                        "downgrade wants a revision to go back to; nothing is taken down by default",
                        Optional.of("fata downgrade -1   (one revision; 'base' takes everything down)"))));
    }
}
