package com.fataplus.migrations.domain.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                half.commands().stream()
                        .flatMap(command -> Stream.concat(
                                anywhere(source, command).stream(),
                                switch (options.execution()) {
                                    case STATEMENT_BY_STATEMENT -> Stream.empty();
                                    case IN_TRANSACTION -> inTransaction(source, direction, command).stream();
                                }))
                        .toList();
        };
    }

    /** psql reads the lines below by what the server then says; we have cut them already, and a run must not depend on a server's settings. */
    private static Optional<ScriptProblem> anywhere(SourceText source, Piece.Command command) {
        return command.words().makesBackslashesEscape()
                ? Optional.of(source.problem(
                        command.start(),
                        "script.nonstandard-strings",
                        "with standard_conforming_strings off, quotes below would end elsewhere than where they are read to end",
                        "remove the statement, and write E'...' where a backslash escapes"))
                : Optional.empty();
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
