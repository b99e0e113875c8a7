package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.CLOCK;
import static com.fataplus.migrations.application.port.DatabaseScenarios.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server refuses a role comes with the statement that would allow it, and that statement does. */
@ExtendWith(PostgresServer.class)
class GrantsTest {
    private static final String SETUP = """
            create schema closed;
            create table closed.secret (id integer);
            create table farm (id integer primary key);
            create view farms as select id from farm;
            create sequence number;
            create domain kilograms as numeric;
            revoke usage on type kilograms from public;
            create function one() returns integer language sql return 1;
            revoke execute on function one() from public;
            create foreign data wrapper far;
            create server away foreign data wrapper far;
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create schema own                                  | grant create on database $database to $role
            create table closed.field (id int)                 | grant usage, create on schema "closed" to $role
            select id from farm                                | grant all on table "farm" to $role
            insert into farm values (1)                        | grant all on table "farm" to $role
            select id from farms                               | grant all on table "farms" to $role
            select nextval('number')                           | grant all on sequence "number" to $role
            select one()                                       | grant execute on function "one" to $role
            create table pg_temp.sack (weight kilograms)       | grant usage on type "kilograms" to $role
            create table fata.plot (farm int references farm)  | grant all on table "farm" to $role
            alter table farm add name text                     | alter table "farm" owner to $role
            drop table farm cascade                            | alter table "farm" owner to $role
            drop view farms                                    | alter view "farms" owner to $role
            alter sequence number restart                      | alter sequence "number" owner to $role
            drop function one()                                | alter function "one" owner to $role
            comment on schema closed is 'Keep out.'             | alter schema "closed" owner to $role
            create foreign table fata.t (id int) server away   | grant usage on foreign server "away" to $role
            create server other foreign data wrapper far       | grant usage on foreign data wrapper "far" to $role
            set role pg_monitor                                | grant "pg_monitor" to $role
            """)
    void nameWhatAllowsAStatement(String statement, String grant, TestDatabase server) {
        server.execute(SETUP);
        ConnectionConfig role = migratingRole(server);

        assertThat(refused(role, statement).hint())
                .contains("ask an administrator to run: " + named(grant, role, server));

        server.execute(named(grant, role, server));
        run(role, statement);
    }

    /** In a transaction nobody may create a database, and what creates roles is refused before that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create role farmer            | alter role $role createrole
            create database fataplus_copy | alter role $role createdb
            """)
    void nameTheAttributeOfARole(String statement, String grant, TestDatabase server) {
        ConnectionConfig role = migratingRole(server);

        assertThat(new Grants(role.user()).against(messageOf(server, role, statement)))
                .contains(named(grant, role, server));
    }

    @Test
    void areNotKnownForWhatOnlyASuperuserMayDo(TestDatabase server) {
        assertThat(refused(migratingRole(server), "alter system set work_mem = '7MB'")
                        .sqlState())
                .isIn("42501", "25001");
        assertThat(new Grants("farmer").against("must be superuser to do that")).isEmpty();
    }

    @Test
    void areNotKnownInOtherLanguages(TestDatabase server) {
        assertThat(new Grants(server.config().user()).against("droit refusé pour la table farm"))
                .isEmpty();
    }

    private static ConnectionConfig migratingRole(TestDatabase server) {
        ConnectionConfig role = server.createRole("");
        server.execute("create schema fata authorization \"%s\"".formatted(role.user()));
        return role;
    }

    private static String named(String grant, ConnectionConfig role, TestDatabase server) {
        return grant.replace("$role", "\"" + role.user() + "\"")
                .replace("$database", "\"" + server.config().database() + "\"");
    }

    private static SqlError refused(ConnectionConfig role, String statement) {
        try (MigrationSession session = open(role)) {
            return PostgresScenarios.refused(session, PostgresScenarios.unparsed(statement))
                    .error();
        }
    }

    private static void run(ConnectionConfig role, String statement) {
        try (MigrationSession session = open(role)) {
            PostgresScenarios.commit(session, PostgresScenarios.unparsed(statement));
        }
    }

    private static String messageOf(TestDatabase server, ConnectionConfig role, String statement) {
        try (var connection = server.connect(role)) {
            new Sql(connection).run(statement);
            throw new AssertionError("allowed: " + statement);
        } catch (SQLException e) {
            return ServerFailures.message(e);
        }
    }

    private static MigrationSession open(ConnectionConfig role) {
        return new PostgresDatabase(role, new LedgerConfig("fata"), CLOCK)
                .openSession(new LockRequest(LONG, "upgrade"), new RunContext(event -> {}, new Cancellation()));
    }
}
