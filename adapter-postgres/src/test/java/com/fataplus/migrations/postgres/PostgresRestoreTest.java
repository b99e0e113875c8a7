package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.RestoreContract;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.postgres.dump.PgDump;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresRestoreTest extends RestoreContract {
    private static final LedgerConfig LEDGER = new LedgerConfig("fata");

    private TestDatabase server;
    private PostgresDatabase database;
    private DatabaseDump dumps;
    private PostgresNewDatabases newDatabases;
    private StoredDump dump;

    @BeforeEach
    void makeAFarm(TestDatabase fresh) {
        server = fresh;
        server.execute("create table farm (id integer primary key, name text)");
        BackupConfig backup = new BackupConfig(
                BackupConfig.When.RUN,
                "backups",
                BackupConfig.Format.PLAIN,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        database = new PostgresDatabase(fresh.config(), LEDGER, CLOCK);
        dumps = PgDump.of(fresh.config(), backup, System.getenv());
        newDatabases = newDatabasesOf(fresh.config());
        dump = written(new InMemoryBackups(1_000_000));
    }

    @Override
    protected Database database() {
        return database;
    }

    @Override
    protected DatabaseDump dumps() {
        return dumps;
    }

    @Override
    protected NewDatabases newDatabases() {
        return newDatabases;
    }

    @Override
    protected StoredDump dump() {
        return dump;
    }

    @Test
    void dropsWhatIsClosedWhoeverIsConnected() throws SQLException {
        NewDatabase fresh = newDatabases.create("verify");
        Connection guest = server.connect(server.config().to(fresh.name()));

        fresh.close();

        assertThat(ofThatName(fresh.name())).isEqualTo("0");
        guest.close();
    }

    @Test
    void sweepsWhatACrashLeftBehind() {
        server.execute("create database fata_verify_0123456789ab");

        newDatabases.create("verify").close();

        assertThat(ofThatName("fata_verify_0123456789ab")).isEqualTo("0");
    }

    @Test
    void leavesWhatALivingProcessIsMaking() {
        try (NewDatabase living = newDatabases.create("verify")) {
            newDatabases.create("verify").close();

            assertThat(ofThatName(living.name())).isEqualTo("1");
        }
    }

    @Test
    void makesItLikeTheDatabaseItStandsBeside() {
        String odd = server.config().database() + "_odd";
        server.execute("create database " + odd + " template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
        try (NewDatabase fresh = newDatabasesOf(server.config().to(odd)).create("verify")) {
            assertThat(server.value("select pg_encoding_to_char(encoding) from pg_database where datname = '%s'"
                            .formatted(fresh.name())))
                    .isEqualTo("LATIN1");
        } finally {
            server.execute("drop database " + odd);
        }
    }

    @Test
    void namesTheGrantThatTheRoleNeeds() {
        ConnectionConfig plain = server.createRole("");

        ServerFailure failure = (ServerFailure) catchThrowableOfType(
                        MigrationException.class, () -> newDatabasesOf(plain).create("verify"))
                .failure();

        assertThat(failure.code()).isEqualTo("database.permission-denied");
        assertThat(failure.remedy().orElseThrow()).contains("alter role \"" + plain.user() + "\" createdb");
    }

    private static PostgresNewDatabases newDatabasesOf(ConnectionConfig connection) {
        return new PostgresNewDatabases(connection, LEDGER, CLOCK, new Random());
    }

    private String ofThatName(String name) {
        return server.value("select count(*) from pg_database where datname = '" + name + "'");
    }
}
