package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Commands that {@code fata --help} shows together, because somebody who is about to do one thing looks there. */
record CommandGroup(String title, List<String> commands) {
    /** In the order of the help; every command has its place in one of them. */
    static final List<CommandGroup> ALL = List.of(
            of("Look", "status", "plan", "current", "history", "heads", "branches", "show", "validate"),
            of("Run", "upgrade", "downgrade", "stamp", "ensure-version"),
            of("Write", "init", "list-templates", "revision", "merge", "rebase", "edit"),
            of("Keep", "backup"),
            of("More", "config", "completion", "demo", "help"));

    CommandGroup {
        requireNonNull(title, "title");
        commands = List.copyOf(commands);
    }

    private static CommandGroup of(String title, String... commands) {
        return new CommandGroup(title, List.of(commands));
    }
}
