package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.failure.MigrationFailure;
import java.util.ArrayList;
import java.util.List;

/** What went wrong and the next command to type. */
public final class FailureText {
    private FailureText() {}

    public static List<String> of(MigrationFailure failure, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bad("error " + failure.code()));
        failure.summary().lines().forEach(line -> lines.add("  " + line));
        failure.remedy().ifPresent(remedy -> lines.add(style.strong("fix: ") + remedy));
        return lines;
    }
}
