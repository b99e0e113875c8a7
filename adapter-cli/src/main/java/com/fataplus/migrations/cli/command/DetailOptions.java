package com.fataplus.migrations.cli.command;

import com.fataplus.migrations.application.usecase.RevisionDetails;
import com.fataplus.migrations.application.usecase.Splice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of commands that write a revision file. */
final class DetailOptions {
    @Option(names = "--splice", description = "allow a parent that is not a head, which begins a branch there")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "a name for the line that begins here (repeatable)")
    private List<String> labels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "a revision or label that must be applied first without being a parent (repeatable)")
    private List<String> dependsOn = List.of();

    @Option(
            names = "--version-path",
            paramLabel = "DIR",
            description = "which of the folders in scripts.versions (default: the parent's)")
    private Optional<String> folder = Optional.empty();

    @Option(names = "--rev-id", paramLabel = "ID", description = "its name (default: made as scripts.rev_id says)")
    private Optional<String> id = Optional.empty();

    Splice splice() {
        return splice ? Splice.ALLOWED : Splice.REFUSED;
    }

    RevisionDetails details() {
        return new RevisionDetails(id, labels, dependsOn, folder);
    }
}
