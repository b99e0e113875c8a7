package com.fataplus.migrations.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows what there is. */
@Command(
        name = "fata",
        description = "PostgreSQL migrations that can be taken back, provably.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start:    fata init, then fata revision -m \"add plots\", then fata upgrade",
            "Database: POSTGRES_HOST POSTGRES_PORT POSTGRES_DB POSTGRES_USER POSTGRES_PASSWORD, or fata.toml",
            "Exit:     0 ok, 1 our bug, 2 usage or script error, 3 a check found something,",
            "          4 failed and taken back, 5 failed and needs you, 6 locked, 7 no server,",
            "          8 backup failed, 9 refused, 130/143 stopped by a signal"
        })
final class FataCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE;
    }
}
