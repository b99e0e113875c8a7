package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Statement.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values where placeholders stand, statement by statement. They stand in what the server reads, not in COPY's data and not in remarks
 * between statements. The file is split before: so a value stays within its statement, and places are told as the file has them.
 */
final class Filling {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final SourceText source;
    private final Optional<Placeholders> placeholders;
    private final List<ScriptProblem> problems;

    /** A filling that adds what is wrong to {@code problems}; without placeholders every text stays as it is. */
    Filling(SourceText source, Optional<Placeholders> placeholders, List<ScriptProblem> problems) {
        this.source = requireNonNull(source, "source");
        this.placeholders = requireNonNull(placeholders, "placeholders");
        this.problems = requireNonNull(problems, "problems");
    }

    Body body(Half half) {
        List<Statement> statements = new ArrayList<>();
        List<Piece.Command> commands = new ArrayList<>();
        for (Piece.Command command : half.commands()) {
            Statement statement = statement(command);
            statements.add(statement);
            commands.add(statement.replacements().isEmpty() ? command : checked(command, statement));
        }
        // The text may be 50 MB: one that stays as it is must not be copied.
        boolean asWritten = statements.stream()
                .allMatch(statement -> statement.replacements().isEmpty());
        return new Body(
                new Half(half.heading(), half.start(), half.text(), commands),
                asWritten ? half.text() : filled(half, statements),
                statements);
    }

    private String filled(Half half, List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        int at = half.start();
        for (int index = 0; index < statements.size(); index++) {
            Piece.Command command = half.commands().get(index);
            text.append(source.text(), at, command.start())
                    .append(statements.get(index).text());
            at = command.end();
        }
        return text.append(source.text(), at, half.start() + half.text().length())
                .toString();
    }

    private Statement statement(Piece.Command command) {
        String written = source.text().substring(command.start(), command.end());
        StringBuilder text = new StringBuilder();
        List<Replacement> replacements = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(placeholders.isPresent() ? written : "");
        int at = 0;
        while (found.find()) {
            Optional<String> value = placeholders.flatMap(known -> known.value(found.group(1)));
            if (value.isPresent()) {
                text.append(written, at, found.start());
                replacements.add(new Replacement(text.length(), value.get().length(), found.group()));
                text.append(value.get());
                at = found.end();
            } else if (meansSomething(command, command.start() + found.start())) {
                reportUndefined(command.start() + found.start(), found.group(1));
            }
        }
        text.append(replacements.isEmpty() ? "" : written.substring(at));
        return new Statement(
                replacements.isEmpty() ? written : text.toString(),
                source.position(command.start()),
                command.copyData().map(data -> source.text().substring(data.start(), data.end())),
                replacements);
    }

    /** In a dollar-quoted body another language may mean its own by {@code ${name}}, and a remark means nothing. */
    private boolean meansSomething(Piece.Command command, int offset) {
        SqlLexer lexer = new SqlLexer(source.text());
        Token token = lexer.next(command.start());
        while (token.end() <= offset) {
            token = lexer.next(token.end());
        }
        boolean dollarQuoted =
                token.kind() == Token.Kind.STRING && source.text().charAt(token.start()) == '$';
        return token.kind() != Token.Kind.COMMENT && !dollarQuoted;
    }

    private void reportUndefined(int offset, String name) {
        List<String> known = placeholders
                .map(values -> List.copyOf(values.values().keySet()))
                .orElse(List.of());
        problem(
                offset,
                "script.undefined-placeholder",
                "the placeholder ${" + name + "} has no value",
                Similar.to(name, known)
                        .map(similar -> "did you mean ${" + similar + "}?")
                        .orElse("write it into [placeholders] of fata.toml, or give it: -x " + name + "=VALUE"));
    }

    /** The command by the words that run; one that its values took apart is reported. */
    private Piece.Command checked(Piece.Command command, Statement statement) {
        List<Piece> pieces = SqlSplitter.split(statement.text());
        SqlLexer lexer = new SqlLexer(statement.text());
        if (pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Command filled
                && lexer.next(0).start() == filled.start()
                && lexer.next(filled.end()).kind() == Token.Kind.END
                && filled.copyData().isPresent() == command.copyData().isPresent()) {
            return new Piece.Command(command.start(), command.end(), filled.words(), command.copyData());
        }
        Replacement first = statement.replacements().getFirst();
        problem(
                command.start() + statement.writtenOffset(first.start()),
                "script.placeholder-breaks-statement",
                "with its value in place of " + first.written() + ", this is no longer one statement",
                "a value has no semicolon, remark or open quote in it");
        return command;
    }

    private void problem(int offset, String code, String message, String hint) {
        problems.add(source.problem(offset, code, message, hint));
    }
}
