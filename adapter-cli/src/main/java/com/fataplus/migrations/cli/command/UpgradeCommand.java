package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.MakePlan;
import com.fataplus.migrations.application.usecase.TryRun;
import com.fataplus.migrations.application.usecase.Upgrade;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.cli.render.PlanText;
import com.fataplus.migrations.cli.render.RunText;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fata upgrade}. */
@Command(
        name = "upgrade",
        description = {
            "Brings the database to a revision, by default to all heads.",
            "A backup comes first; when a step fails, the run is taken back and the schema compared."
        },
        footer = {
            "",
            "Examples:",
            "  fata upgrade",
            "  fata upgrade +2",
            "  fata upgrade --dry-run",
            "  fata upgrade --trial",
            "  fata upgrade 001:heads --sql > release.sql"
        })
final class UpgradeCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "REVISION",
            defaultValue = "heads",
            description = "an id or its beginning, a label, +2, label@head ... (default: ${DEFAULT-VALUE})")
    private String target;

    @ArgGroup
    private RunWay way = new RunWay();

    @Option(
            names = "--accept-edited",
            paramLabel = "REVISION",
            description = "take the changed file of this applied revision as it is now (repeatable)")
    private List<String> acceptEdited = List.of();

    @Mixin
    private TagOption tag = new TagOption();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    UpgradeCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        UseCases useCases = shell.open(runOptions.settings());
        return switch (way.chosen()) {
            case PERFORM -> perform(useCases, Targets.single(spec, target));
            case DRY_RUN -> dryRun(useCases, Targets.single(spec, target));
            case TRIAL -> attempt(useCases, Targets.single(spec, target));
            case SQL -> script(useCases, Targets.checked(spec, target));
        };
    }

    private int perform(UseCases useCases, String checked) {
        var report = useCases.upgrade().run(new Upgrade.Request(checked, acceptEdited, tag.tag()), shell.context());
        return shell.answer("upgrade", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }

    private int dryRun(UseCases useCases, String checked) {
        var plan = useCases.makePlan().run(new MakePlan.Request(Direction.UP, checked), shell.context());
        return shell.answer("upgrade", ReportDocuments.of(plan), PlanText.sql(plan));
    }

    private int attempt(UseCases useCases, String checked) {
        runOptions.refuseInTrial();
        tag.refuseInTrial();
        var report = useCases.tryRun().run(new TryRun.Request(Direction.UP, checked, acceptEdited), shell.context());
        return shell.answer("upgrade", ReportDocuments.of(report), RunText.of(report, shell.style()));
    }

    private int script(UseCases useCases, String range) {
        runOptions.refuseInScript();
        if (!acceptEdited.isEmpty()) {
            throw RunWay.refused("--accept-edited", "--sql", "it begins where the files say that the database is");
        }
        var report = useCases.writeScript().run(new WriteScript.Request.Upgrade(range, tag.tag()), shell.context());
        return shell.answer("upgrade", ReportDocuments.of(report), PlanText.script(report));
    }
}
