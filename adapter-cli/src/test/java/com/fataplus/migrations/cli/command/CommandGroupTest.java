package com.fataplus.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.CommandTree;
import org.junit.jupiter.api.Test;

class CommandGroupTest {
    @Test
    void everyCommandHasOnePlaceInTheHelp() {
        assertThat(CommandGroup.ALL)
                .flatExtracting(CommandGroup::commands)
                .containsExactlyInAnyOrderElementsOf(
                        CommandTree.commands().getFirst().getSubcommands().values().stream()
                                .map(command -> command.getCommandSpec())
                                .filter(command -> !command.usageMessage().hidden())
                                .map(command -> command.name())
                                .distinct()
                                .toList());
    }
}
