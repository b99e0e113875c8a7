package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data within a script, as pg_dump writes it. */
class CopyTest extends PostgresScenarios {
    private static final String TABLE = "create table farm (id integer, name text);\n";

    @Test
    void loadsTheLines() {
        in(
                session -> commit(
                        session,
                        section(
                                TABLE
                                        + "copy farm (id, name) from stdin;\n1\tvoahangy\n2\tr\u00e9colte; \uD83C\uDF3E\n3\t\\N\n4\ta\\tb\n\\.\n")));

        assertThat(server().values("select coalesce(name, 'nothing') from farm order by id"))
                .containsExactly("voahangy", "r\u00e9colte; \uD83C\uDF3E", "nothing", "a\tb");
    }

    @Test
    void loadsNothingWhereNothingStands() {
        in(session -> commit(session, section(TABLE + "copy farm from stdin;\n\\.\n")));

        assertThat(server().value("select count(*) from farm")).isEqualTo("0");
    }

    @Test
    void loadsWithoutTransactionToo() {
        in(session -> alone(session, section(TABLE + "copy farm from stdin with (format csv);\n1,\"a,b\"\n\\.\n")));

        assertThat(server().value("select name from farm")).isEqualTo("a,b");
    }

    @Test
    void goesOnAfterIt() {
        in(session -> {
            List<Integer> told = new ArrayList<>();
            MigrationScript script = scriptOf(TABLE + "copy farm from stdin;\n1\tx\n\\.\nselect 1;");

            session.inTransaction(
                    doing(transaction -> transaction.run(up(script), (index, statement, took) -> told.add(index))));

            assertThat(told).containsExactly(0, 1, 2);
        });
    }

    @Test
    void tellsWhichLineIsWrong() {
        in(session -> {
            var error = refused(session, section(TABLE + "copy farm from stdin;\n1\tx\ntwo\ty\n\\.\n"))
                    .error();

            assertThat(error.sqlState()).isEqualTo("22P02");
            assertThat(error.detail()).get().asString().contains("COPY farm, line 2, column id: \"two\"");
        });
    }

    @Test
    void sendsBracesAsTheyAre() {
        in(session -> commit(
                session,
                section(TABLE + "insert into farm values (1, '{fn now()} {d ?} ?'), (2, $tag$ {call} ? $tag$);")));

        assertThat(server().values("select name from farm order by id"))
                .containsExactly("{fn now()} {d ?} ?", " {call} ? ");
    }
}
