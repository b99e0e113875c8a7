package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A program of the user's that is run on each new revision file.
 *
 * @param command the program and its arguments, given to it one by one; {@code {file}} in them is the file's path
 */
public record Hook(String name, List<String> command) {
    /** Where a command wants the file's path. */
    public static final String FILE = "{file}";

    public Hook {
        requireNonNull(name, "name");
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("hook " + name + " has no command");
        }
    }

    /** The command for a file. */
    public List<String> commandFor(String path) {
        return command.stream().map(argument -> argument.replace(FILE, path)).toList();
    }
}
