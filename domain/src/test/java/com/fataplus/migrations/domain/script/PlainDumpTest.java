package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static com.fataplus.migrations.domain.script.Reading.statements;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pg_dump 15 wrote, pasted into a section as people do. */
class PlainDumpTest {
    private static final String DUMP = dump();
    private static final String WITHOUT_PSQL_LINES =
            DUMP.lines().filter(line -> !line.contains("restrict ")).collect(joining("\n"));

    @Test
    void refusesOnlyTheLinesMeantForPsql() {
        assertThat(problems("-- migrate:up\n" + DUMP + "\n-- migrate:down\n"))
                .hasSize(2)
                .allMatch(problem -> problem.code().equals("script.psql-command"))
                .allMatch(problem -> problem.hint().orElseThrow().startsWith("remove the line"));
    }

    @Test
    void findsEveryStatement() {
        assertThat(statements(WITHOUT_PSQL_LINES))
                .extracting(PlainDumpTest::firstTwoWords)
                .containsExactly(
                        "SET statement_timeout",
                        "SET lock_timeout",
                        "SET idle_in_transaction_session_timeout",
                        "SET client_encoding",
                        "SET standard_conforming_strings",
                        "SELECT pg_catalog.set_config('search_path',",
                        "SET check_function_bodies",
                        "SET xmloption",
                        "SET client_min_messages",
                        "SET row_security",
                        "CREATE SCHEMA",
                        "ALTER SCHEMA",
                        "CREATE TYPE",
                        "ALTER TYPE",
                        "CREATE DOMAIN",
                        "ALTER DOMAIN",
                        "CREATE FUNCTION",
                        "ALTER FUNCTION",
                        "CREATE FUNCTION",
                        "ALTER FUNCTION",
                        "CREATE FUNCTION",
                        "ALTER FUNCTION",
                        "CREATE PROCEDURE",
                        "ALTER PROCEDURE",
                        "CREATE AGGREGATE",
                        "ALTER AGGREGATE",
                        "CREATE OPERATOR",
                        "ALTER OPERATOR",
                        "SET default_tablespace",
                        "SET default_table_access_method",
                        "CREATE TABLE",
                        "ALTER TABLE",
                        "COMMENT ON",
                        "CREATE TABLE",
                        "ALTER TABLE",
                        "CREATE TABLE",
                        "ALTER TABLE",
                        "CREATE TABLE",
                        "ALTER TABLE",
                        "CREATE VIEW",
                        "ALTER TABLE",
                        "ALTER TABLE",
                        "COPY app.farm",
                        "COPY app.log",
                        "COPY app.p1",
                        "ALTER TABLE",
                        "CREATE RULE",
                        "CREATE TRIGGER",
                        "CREATE POLICY");
    }

    @Test
    void findsTheRowsOfEachTable() {
        assertThat(statements(WITHOUT_PSQL_LINES).stream()
                        .flatMap(statement -> statement.copyData().stream())
                        .map(data -> data.lines().count()))
                .isEqualTo(List.of(4L, 20L, 0L));
    }

    @Test
    void keepsBodiesWhole() {
        assertThat(statements(WITHOUT_PSQL_LINES))
                .extracting(Statement::text)
                .anySatisfy(text ->
                        assertThat(text).startsWith("CREATE FUNCTION app.f(").endsWith("END"))
                .anySatisfy(text ->
                        assertThat(text).startsWith("CREATE FUNCTION app.g(").endsWith("$_$"))
                .anySatisfy(text -> assertThat(text).startsWith("CREATE RULE r").endsWith(")"));
    }

    private static String firstTwoWords(Statement statement) {
        String[] words = statement.text().split("\\s+", 3);
        return words[0] + " " + words[1];
    }

    private static String dump() {
        try (InputStream in = PlainDumpTest.class.getResourceAsStream("plain-dump.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
