package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.usecase.MakePlan;
import com.fataplus.migrations.application.usecase.PreparedStep;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.script.Execution;
import com.fataplus.migrations.domain.script.PsqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan: its steps as a table, or with all their SQL. */
public final class PlanText {
    private PlanText() {}

    public static List<String> of(MakePlan.Report report, Style style, Screen screen) {
        var plan = report.prepared().plan();
        List<String> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add("nothing to do: the database is at " + RunText.place(plan.headsAfter()));
        } else {
            lines.add(style.strong("%s -> %s, %s"
                    .formatted(
                            RunText.place(plan.headsBefore()),
                            RunText.place(plan.headsAfter()),
                            Quantities.count(plan.steps().size(), "step"))));
            Table table = new Table();
            report.prepared().steps().forEach(step -> table.row(cells(step)));
            table.lines(screen.indented()).forEach(line -> lines.add("  " + line));
            lines.add("transactions: " + transactions(report));
        }
        lines.addAll(findings(report, style));
        return lines;
    }

    /** Readable by psql: what is not SQL is a comment. */
    public static List<String> sql(MakePlan.Report report) {
        List<String> lines = new ArrayList<>();
        of(report, Style.PLAIN, Screen.NONE).forEach(line -> lines.add("-- " + line));
        report.prepared().steps().forEach(step -> {
            lines.add("");
            lines.add("-- %s %s: %s"
                    .formatted(word(step), step.id(), step.step().revision().message()));
            step.section().statements().forEach(statement -> lines.add(withoutLineEnd(PsqlText.of(statement))));
        });
        return lines;
    }

    /** A script as it is: its lines may end as they like. */
    public static List<String> script(WriteScript.Report report) {
        return List.of(withoutLineEnd(report.script()));
    }

    private static String withoutLineEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String[] cells(PreparedStep step) {
        return new String[] {
            word(step),
            step.id().value(),
            step.step().revision().message(),
            Quantities.count(step.section().statements().size(), "statement"),
            step.section().options().execution() == Execution.STATEMENT_BY_STATEMENT ? "no transaction" : ""
        };
    }

    private static String word(PreparedStep step) {
        return step.step().direction().name().toLowerCase(Locale.ROOT);
    }

    private static String transactions(MakePlan.Report report) {
        return switch (report.prepared().scope()) {
            case CommitScope.WholeRun whole -> "one for the run (" + whole.reason() + ")";
            case CommitScope.EachRevision each -> "one for each revision (" + each.reason() + ")";
            case CommitScope.Refused refused -> refused.reason();
        };
    }

    private static List<String> findings(MakePlan.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        if (!report.edited().isEmpty()) {
            lines.add(style.careful("edited after they were applied: ") + RunText.names(report.edited()));
        }
        if (!report.prepared().unknown().isEmpty()) {
            lines.add(style.careful("applied, but no file defines: ")
                    + RunText.names(report.prepared().unknown()));
        }
        return lines;
    }
}
