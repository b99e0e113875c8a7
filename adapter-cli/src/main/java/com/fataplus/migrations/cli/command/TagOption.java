package com.fataplus.migrations.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** A word of the user's own that a run can be found by later. */
final class TagOption {
    @Option(names = "--tag", paramLabel = "TEXT", description = "a note for the journal, as a release or a ticket")
    private Optional<String> tag = Optional.empty();

    /** Nothing is left that could be found. */
    void refuseInTrial() {
        if (tag.isPresent()) {
            throw RunWay.refused("--tag", "--trial", "the journal forgets a trial");
        }
    }

    Optional<String> tag() {
        return tag;
    }
}
