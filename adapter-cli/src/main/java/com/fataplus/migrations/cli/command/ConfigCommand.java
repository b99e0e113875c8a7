package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.cli.render.ConfigText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata config}. */
@Command(
        name = "config",
        description = "Prints every setting in force and where it came from, secrets masked.",
        footer = {"", "Example:", "  fata config"})
final class ConfigCommand implements Callable<Integer> {
    private final Shell shell;

    ConfigCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var effective = shell.open().effectiveConfig();
        return shell.answer(
                "config", ReportDocuments.of(effective), ConfigText.of(effective, shell.style(), shell.screen()));
    }
}
