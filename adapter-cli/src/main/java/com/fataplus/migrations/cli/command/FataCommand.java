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
        exitCodeList = {
            "0:done, or nothing to do",
            "1:a bug of ours, or the answer could not be written",
            "2:usage, configuration or script error; nothing ran",
            "3:a check found something",
            "4:the run failed and the database is as it was before, verified",
            "5:the run failed and a person is needed",
            "6:another run has the lock",
            "7:cannot connect, or the server is older than PostgreSQL 14",
            "8:the backup failed; nothing ran",
            "9:the state or the request does not allow it; nothing ran",
            "130:stopped by SIGINT",
            "143:stopped by SIGTERM"
        },
        footer = {
            "",
            "The database is named by POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and "
                    + "POSTGRES_PASSWORD, or in fata.toml.",
            "",
            "Examples:",
            "  fata init",
            "  fata revision -m \"add plots\"",
            "  fata upgrade",
            "  fata help upgrade"
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
