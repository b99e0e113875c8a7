package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.parsed;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a user is told about a statement that the server refused. */
class StatementErrorsTest extends PostgresScenarios {
    @Test
    void pointAtTheCharacterInTheFile() {
        SqlError error = errorOf("""
                -- Add plots
                --
                -- Revision: 1a
                -- Revises:

                -- migrate:up
                select 1;

                select id,
                       nmae
                  from (select 1 as id, 2 as name) as farm;

                -- migrate:down
                """);

        assertThat(error.location()).isEqualTo("1a.sql");
        assertThat(error.position()).isEqualTo(new SourcePosition(10, 8));
        assertThat(error.sourceLine()).contains("       nmae");
        assertThat(error.sqlState()).isEqualTo("42703");
        assertThat(error.message()).isEqualTo("column \"nmae\" does not exist");
        assertThat(error.hint()).get().asString().contains("farm.name");
        assertThat(error.described()).isEqualTo("""
                1a.sql:10:8: column "nmae" does not exist [42703]
                         nmae
                         ^
                  hint: %s""".formatted(error.hint().orElseThrow()));
    }

    @Test
    void countCharactersAndNotBytes() {
        SqlError error = errorOf(file("select 'récolte \uD83C\uDF3E 水田', nmae;"));

        assertThat(error.position()).isEqualTo(new SourcePosition(5, 24));
    }

    @Test
    void showTheWholeLineWhereOthersStandOnIt() {
        SqlError error = errorOf(file("select 1; select 1; select nmae;"));

        assertThat(error.position()).isEqualTo(new SourcePosition(5, 28));
        assertThat(error.sourceLine()).contains("select 1; select 1; select nmae;");
    }

    @Test
    void pointAtTheStatementWhereTheServerPointsNowhere() {
        SqlError error =
                errorOf(file("select 1;\n  insert into farm\n  select null;", "create table farm (id int not null);"));

        assertThat(error.position()).isEqualTo(new SourcePosition(7, 3));
        assertThat(error.sourceLine()).contains("  insert into farm");
        assertThat(error.sqlState()).isEqualTo("23502");
        assertThat(error.detail()).contains("Failing row contains (null).");
        assertThat(error.statement()).isEqualTo("insert into farm select null");
    }

    @Test
    void tellWhereInAFunctionItHappened() {
        SqlError error = errorOf(file("""
                do $$
                begin
                    perform 1 / 0;
                end $$;"""));

        assertThat(error.position()).isEqualTo(new SourcePosition(5, 1));
        assertThat(error.detail()).get().asString().contains("line 3 at PERFORM");
    }

    @Test
    void explainWhatCannotShareATransaction() {
        in(session -> {
            SqlError error = refused(session, unparsed("vacuum")).error();

            assertThat(error.sqlState()).isEqualTo("25001");
            assertThat(error.hint()).get().asString().endsWith("-- migrate:up transaction:false");
        });
    }

    @Test
    void explainAStatementTimeout() {
        SectionRun limited = new SectionRun(
                parsed(FIRST, file("select pg_sleep(60);")).up(), 0, Duration.ZERO, Optional.of(Duration.ofMillis(50)));

        in(session -> {
            SqlError error = refused(session, limited).error();

            assertThat(error.sqlState()).isEqualTo("57014");
            assertThat(error.hint()).get().asString().endsWith("-- migrate:up timeout:10min");
        });
    }

    @Test
    void explainAConstraintThatFailsAtTheEnd() {
        in(session -> {
            SqlError error = refused(session, section("""
                            create table farm (id integer primary key);
                            create table plot (farm integer references farm initially deferred);
                            insert into plot values (1);
                            """)).error();

            assertThat(error.sqlState()).isEqualTo("23503");
            assertThat(error.location()).isEqualTo("1a.sql");
            assertThat(error.statement()).isEqualTo("commit");
            assertThat(error.detail()).get().asString().contains("(farm)=(1)");
            assertThat(session.ledger().applied()).isEmpty();
        });
    }

    @Test
    void areToldOfStatementsWithoutTransaction() {
        in(session -> {
            SqlError error = failure(
                            RunFailure.StatementFailed.class, () -> alone(session, section("select 1;\nselect nmae;")))
                    .error();

            assertThat(error.position()).isEqualTo(new SourcePosition(3, 8));
        });
    }

    private SqlError errorOf(String file) {
        return failure(RunFailure.StatementFailed.class, () -> in(session -> commit(session, up(parsed(FIRST, file)))))
                .error();
    }

    private static String file(String... lastStatementFirst) {
        String before = lastStatementFirst.length > 1 ? lastStatementFirst[1] + "\n" : "";
        return "-- Add plots\n-- Revision: 1a\n\n-- migrate:up\n" + before + lastStatementFirst[0]
                + "\n\n-- migrate:down\n";
    }
}
