package com.fataplus.migrations.domain.script;

import java.util.List;
import java.util.Optional;

/** Which statements may stand in which section. */
final class CommandRules {
    private CommandRules() {}

    /** What is wrong with the statements of a section. */
    static List<ScriptProblem> problems(SourceText source, Half half) {
        return switch (half.heading()) {
            case Heading.Irreversible ignored ->
                half.commands().stream()
                        .limit(1)
                        .map(command -> source.problem(
                                command.start(),
                                "script.irreversible-section",
                                "a section that is declared irreversible has no statements",
                                "remove the statements, or 'irreversible:' and its reason"))
                        .toList();
            case Heading.Runs(var direction, var options) ->
                switch (options.execution()) {
                    case STATEMENT_BY_STATEMENT -> List.of();
                    case IN_TRANSACTION ->
                        half.commands().stream()
                                .flatMap(command -> inTransaction(source, direction, command).stream())
                                .toList();
                };
        };
    }

    private static Optional<ScriptProblem> inTransaction(
            SourceText source, Direction direction, Piece.Command command) {
        String marker = SectionMarker.spelling(direction) + " transaction:false";
        if (command.words().controlsTransaction()) {
            return Optional.of(source.problem(
                    command.start(),
                    "script.transaction-control",
                    "the section runs in a transaction that it may not begin or end itself",
                    "remove the statement; or, where each statement shall commit on its own, write '" + marker + "'"));
        }
        return command.words()
                .refusedInTransaction()
                .map(name -> source.problem(
                        command.start(),
                        "script.needs-no-transaction",
                        "PostgreSQL refuses " + name + " inside a transaction",
                        "write '" + marker + "'"));
    }
}
