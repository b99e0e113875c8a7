package com.fataplus.migrations.postgres.dump;

import static com.fataplus.migrations.application.port.DatabaseScenarios.CLOCK;
import static com.fataplus.migrations.application.port.DatabaseScenarios.FIRST;
import static com.fataplus.migrations.application.port.DatabaseScenarios.LONG;
import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.postgres.PostgresDatabase;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guide's SQL, as an administrator copies it, makes a role that can do everything fata does. */
@ClassTemplate
@ExtendWith(EveryMajor.class)
class LeastPrivilegeTest {
    private static final Path GUIDE = Path.of("..", "docs", "least-privilege.md");
    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");
    private static final Pattern CREATED_ROLE = Pattern.compile("create role (\\w+) login password '[^']*';");

    private static final String EVERYTHING = """
            create table plot (id bigint generated always as identity primary key, farm integer references farm (id));
            alter table farm add column name text;
            create index farm_name on farm (name);
            create view farms as select name from farm;
            create function one() returns integer language sql as 'select 1';
            create extension hstore;
            create schema billing;
            create table billing.invoice (id serial primary key);
            comment on table billing.invoice is 'Due in thirty days.';
            """;

    private TestDatabase server;
    private ConnectionConfig migrator;
    private ConnectionConfig application;

    @BeforeEach
    void followTheGuide(TestDatabase given) throws IOException {
        server = given;
        ConnectionConfig owner = server.createRole("");
        migrator = server.createRole("");
        application = server.createRole("");
        server.execute("""
                create table farm (id integer primary key);
                alter table farm owner to "%s";
                create schema others;
                create table others.secret (id integer)
                """.formatted(owner.user()));
        String sql = SQL.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        assertThat(CREATED_ROLE.matcher(sql).results().map((MatchResult role) -> role.group(1)))
                .containsExactly("fataplus_migrations", "fataplus_app");
        // The same roles and database under names of the test's own.
        server.execute(CREATED_ROLE
                .matcher(sql)
                .replaceAll("")
                .replace("fataplus_migrations", quoted(migrator))
                .replace("fataplus_app", quoted(application))
                .replace("fataplus_owner", quoted(owner))
                .replace("fataplus_dev", server.config().database()));
    }

    @Test
    void migratesUpAndDown() {
        MigrationScript script = script(FIRST, EVERYTHING, "drop table plot;");
        try (MigrationSession session = open(migrator)) {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> {
                transaction.run(up(script), ignoring());
                transaction.record(row(FIRST, run), script);
            }));
            assertThat(session.schema()).isNotNull();
            session.inTransaction(doing(transaction -> transaction.forget(FIRST, run)));
        }

        assertThat(server.value("select tableowner from pg_tables where tablename = 'plot'"))
                .isEqualTo(migrator.user());
    }

    @Test
    void letsTheApplicationUseWhatIsNew() {
        MigrationScript script = script(FIRST, EVERYTHING, "");
        try (MigrationSession session = open(migrator)) {
            session.inTransaction(doing(transaction -> transaction.run(up(script), ignoring())));
        }

        assertThat(server.value("""
                        select has_table_privilege('%1$s', 'plot', 'select, insert, update, delete')
                           and has_sequence_privilege('%1$s', 'plot_id_seq', 'usage')
                           and not has_schema_privilege('%1$s', 'public', 'create')
                           and not has_schema_privilege('%1$s', 'fata', 'usage')
                        """.formatted(application.user()))).isEqualTo("t");
    }

    /** On majors newer than the machine's pg_dump, what it would have to read. */
    @Test
    void readsAllThatABackupContains() {
        open(migrator).close();

        assertThat(server.values("""
                        select c.oid::regclass from pg_class c
                         where c.relkind in ('r', 'p', 'S', 'm', 'v') and c.oid > 16383
                           and not (has_table_privilege('%1$s', c.oid, 'select')
                                    and has_schema_privilege('%1$s', c.relnamespace, 'usage'))
                        """.formatted(migrator.user()))).isEmpty();
        assertThat(PgDumpMajorsTest.outcome(server, migrator)).isIn("a whole dump", "backup.program-too-old");
    }

    private static String quoted(ConnectionConfig role) {
        return "\"" + role.user() + "\"";
    }

    private static MigrationSession open(ConnectionConfig role) {
        return new PostgresDatabase(role, new LedgerConfig("fata"), CLOCK)
                .openSession(new LockRequest(LONG, "upgrade"), new RunContext(event -> {}, new Cancellation()));
    }
}
