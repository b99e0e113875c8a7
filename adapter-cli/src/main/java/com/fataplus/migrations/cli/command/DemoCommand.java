package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata demo}. */
@Command(
        name = "demo",
        description = {
            "Shows the main job on a PostgreSQL server of its own.",
            "Backup, upgrade, a broken revision and its rollback, downgrade. Leaves nothing behind."
        },
        footer = {"", "Example:", "  fata demo"})
final class DemoCommand implements Callable<Integer> {
    private final Shell shell;

    DemoCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        return shell.world().demo().run(shell.terminal(), shell.world().cancellation());
    }
}
