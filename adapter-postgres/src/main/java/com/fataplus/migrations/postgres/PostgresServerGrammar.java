package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.port.ServerGrammar;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Lets the server read statements in a way in which it runs none of them. */
public final class PostgresServerGrammar implements ServerGrammar {
    /** PL/pgSQL reads what it contains only with the first; nothing is to be written anyway. */
    private static final String READ_ONLY =
            "set check_function_bodies = on; set default_transaction_read_only = on; set standard_conforming_strings = on";

    /** "syntax error", and what the grammar says of well-formed nonsense: feature_not_supported, class 22 and the rest of class 42. */
    private static final List<String> REFUSALS = List.of("42", "0A", "22");

    private static final List<String> PERMISSIONS = List.of(Grants.INSUFFICIENT_PRIVILEGE, "42704");

    private final Connector connector;
    private final RandomGenerator random;

    public PostgresServerGrammar(ConnectionConfig connection, RandomGenerator random) {
        this.connector = new Connector(connection);
        this.random = requireNonNull(random, "random");
    }

    @Override
    public List<ScriptProblem> check(List<Section> sections, Cancellation cancellation) {
        if (sections.isEmpty()) {
            return List.of();
        }
        return ServerFailures.doing("let the server read statements", () -> {
            try (Connection connection = connector.connect("fata validate")) {
                ServerProbe.requireSupported(connection);
                new Sql(connection).run(READ_ONLY);
                String server = connection.getMetaData().getDatabaseProductVersion();
                List<ScriptProblem> problems = new ArrayList<>();
                for (Section section : sections) {
                    for (Statement statement : section.statements()) {
                        cancellation.check();
                        problem(connection, server, section, statement).ifPresent(problems::add);
                    }
                }
                return problems;
            }
        });
    }

    private Optional<ScriptProblem> problem(Connection connection, String server, Section section, Statement statement)
            throws SQLException {
        Optional<SyntaxProbe> probe = SyntaxProbe.of(statement.text(), random);
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        // Prepared, for the extended protocol takes one command at a time, whatever the text does.
        try (PreparedStatement prepared =
                connection.prepareStatement(probe.get().sql())) {
            prepared.execute();
            return Optional.empty();
        } catch (SQLException e) {
            if (isRefusal(ServerFailures.state(e))) {
                return Optional.of(problem(server, section, statement, probe.get(), e));
            }
            throw e;
        }
    }

    private static boolean isRefusal(String state) {
        return REFUSALS.stream().anyMatch(state::startsWith) && !PERMISSIONS.contains(state);
    }

    private static ScriptProblem problem(
            String server, Section section, Statement statement, SyntaxProbe probe, SQLException e) {
        String text = statement.text();
        int characters = text.codePointCount(0, text.length());
        int position = ServerFailures.serverMessage(e)
                .map(said -> Math.max(said.getPosition(), said.getInternalPosition()))
                .orElse(0);
        int character = Math.clamp(position - 1L - probe.prefix(), 0, characters);
        int offset = text.offsetByCodePoints(0, character);
        return new ScriptProblem(
                "sql.syntax",
                section.location(),
                statement.positionOf(offset),
                character == characters ? "syntax error at end of input" : ServerFailures.message(e),
                SourceLine.at(section, statement, offset),
                Stream.of(
                                ServerFailures.serverMessage(e).flatMap(said -> Optional.ofNullable(said.getHint())),
                                Optional.of("so says the server, which is PostgreSQL " + server))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
