package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.failure.ProblemText;
import com.fataplus.migrations.application.usecase.Validate;
import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.revision.Revision;
import java.util.ArrayList;
import java.util.List;

/** Every problem with its place, then a verdict. */
public final class ValidationText {
    private ValidationText() {}

    public static List<String> of(Validate.Report report, Style style) {
        List<String> lines = new ArrayList<>();
        report.scriptProblems().forEach(problem -> lines.add(style.bad("error ") + ProblemText.of(problem)));
        report.graphProblems().stream()
                .map(GraphProblem::message)
                .forEach(message -> lines.add(style.bad("error ") + message));
        if (!report.edited().isEmpty()) {
            lines.add(style.bad("edited ") + "after they were applied: "
                    + RunText.names(report.edited().stream().map(Revision::id).toList()));
        }
        if (report.heads().size() > 1) {
            lines.add(style.careful("warning ") + report.heads().size() + " heads: " + RunText.names(report.heads()));
        }
        report.unchecked()
                .forEach(unchecked -> lines.add(
                        style.careful("warning ") + "not checked: " + unchecked.what() + ": " + unchecked.why()));
        int problems = report.scriptProblems().size()
                + report.graphProblems().size()
                + report.edited().size();
        lines.add("%s checked, %s"
                .formatted(
                        Quantities.count(report.files(), "file"),
                        problems == 0 ? style.good("no problems") : style.bad(Quantities.count(problems, "problem"))));
        return lines;
    }
}
