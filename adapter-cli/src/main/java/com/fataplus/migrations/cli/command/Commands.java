package com.fataplus.migrations.cli.command;

import java.util.LinkedHashSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The whole command tree. */
public final class Commands {
    private static final int HELP_WIDTH = 80;
    private static final int NARROWEST_HELP = 60;
    private static final int WIDEST_HELP = 120;

    private Commands() {}

    public static CommandLine of(Shell shell) {
        CommandLine fata = new CommandLine(new FataCommand())
                .addSubcommand(new InitCommand(shell))
                .addSubcommand(new ListTemplatesCommand(shell))
                .addSubcommand(new RevisionCommand(shell))
                .addSubcommand(new MergeCommand(shell))
                .addSubcommand(new RebaseCommand(shell))
                .addSubcommand(new EditCommand(shell))
                .addSubcommand(Targets.acceptingRelative(new CommandLine(new UpgradeCommand(shell))))
                .addSubcommand(Targets.acceptingRelative(new CommandLine(new DowngradeCommand(shell))))
                .addSubcommand(Targets.acceptingRelative(new CommandLine(new PlanCommand(shell))))
                .addSubcommand(new StatusCommand(shell))
                .addSubcommand(new CurrentCommand(shell))
                .addSubcommand(new HistoryCommand(shell))
                .addSubcommand(new HeadsCommand(shell))
                .addSubcommand(new BranchesCommand(shell))
                .addSubcommand(new ShowCommand(shell))
                .addSubcommand(new StampCommand(shell))
                .addSubcommand(new EnsureVersionCommand(shell))
                .addSubcommand(new ValidateCommand(shell))
                .addSubcommand(new BackupCommand(shell).withSubcommands())
                .addSubcommand(new ConfigCommand(shell))
                .addSubcommand(new DemoCommand(shell))
                .addSubcommand(new CompletionCommand(shell))
                .addSubcommand(new CandidatesCommand(shell))
                .addSubcommand(new HelpCommand());
        fata.addMixin("globalOptions", shell.options());
        describe(fata, "fata " + shell.world().version());
        HelpLayout.applyTo(fata);
        return fata.setUsageHelpWidth(helpWidth(shell))
                .setColorScheme(Help.defaultColorScheme(
                        switch (shell.style()) {
                            case COLOUR -> Ansi.ON;
                            case PLAIN -> Ansi.OFF;
                        }))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionStrategy(parsed -> {
                    refuseSarif(shell, parsed);
                    return new RunLast().execute(parsed);
                });
    }

    /** Before anything is done: only what finds problems in files can tell them so. */
    private static void refuseSarif(Shell shell, ParseResult parsed) {
        CommandLine command = parsed.asCommandLineList().getLast();
        boolean isHelp = parsed.asCommandLineList().stream()
                .anyMatch(each -> each.isUsageHelpRequested() || each.isVersionHelpRequested());
        if (shell.format() == OutputFormat.SARIF && !isHelp && !(command.getCommand() instanceof ValidateCommand)) {
            throw new ParameterException(command, "--output sarif is for 'fata validate'; others know text and json");
        }
    }

    /** The terminal's, within what reads well. */
    private static int helpWidth(Shell shell) {
        return shell.screen()
                .columns()
                .map(columns -> Math.clamp(columns, NARROWEST_HELP, WIDEST_HELP))
                .orElse(HELP_WIDTH);
    }

    /** Every command of the tree answers to --help and --version instead of running. */
    private static void describe(CommandLine command, String version) {
        command.getCommandSpec()
                .version(version)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("explain this command")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("say which version of fata this is")
                        .build());
        new LinkedHashSet<>(command.getSubcommands().values()).forEach(subcommand -> describe(subcommand, version));
    }
}
