package com.fataplus.migrations.cli.completion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What may stand for a value. */
sealed interface Candidates {
    /** Known beforehand. */
    record Words(List<String> words) implements Candidates {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** What only the moment knows; the script asks fata or the shell. */
    record Looked(Up kind) implements Candidates {
        public Looked {
            requireNonNull(kind, "kind");
        }
    }

    /** Where the script looks. */
    enum Up {
        REVISIONS,
        BACKUPS,
        FILES,
        FOLDERS;

        String word() {
            return switch (this) {
                case REVISIONS -> "revisions";
                case BACKUPS -> "backups";
                case FILES -> "files";
                case FOLDERS -> "folders";
            };
        }
    }

    /** By the words that it takes, else by its label in the help; empty for free text. */
    static Optional<Candidates> of(ArgSpec argument) {
        if (argument.completionCandidates() != null
                && argument.completionCandidates().iterator().hasNext()) {
            return Optional.of(new Words(
                    StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                            .toList()));
        }
        return switch (argument.paramLabel()) {
            case "REVISION", "A:B" -> Optional.of(new Looked(Up.REVISIONS));
            case "BACKUP" -> Optional.of(new Looked(Up.BACKUPS));
            case "FILE" -> Optional.of(new Looked(Up.FILES));
            case "DIR" -> Optional.of(new Looked(Up.FOLDERS));
            case "COMMAND" -> Optional.of(new Words(commands(argument.command())));
            default -> Optional.empty();
        };
    }

    /** What stands beside a command, for the one that explains others. */
    private static List<String> commands(CommandSpec command) {
        return command.parent().subcommands().entrySet().stream()
                .filter(other ->
                        !other.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the scripts of bash and zsh call it. */
    default String shellWords() {
        return switch (this) {
            case Words words -> "words " + String.join(" ", words.words());
            case Looked looked -> looked.kind().word();
        };
    }
}
