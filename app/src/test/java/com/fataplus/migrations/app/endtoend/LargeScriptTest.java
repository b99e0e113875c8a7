package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** 50 MB of data in a revision, in a JVM that may have 512 MB. */
@Tag("nightly")
@ExtendWith(PostgresServer.class)
class LargeScriptTest {
    private static final int BYTES = 50_000_000;
    private static final List<String> SMALL_JVM = List.of("env", "JDK_JAVA_OPTIONS=-Xmx512m");

    @TempDir
    private Path folder;

    private TestDatabase database;
    private FataInProcess fata;

    @BeforeEach
    void connect(TestDatabase given) {
        database = given;
        fata = FataInProcess.in(folder, database.config()).revision("a", "", """
                        -- migrate:up
                        create table plot (name text);
                        -- migrate:down
                        drop table plot;
                        """);
    }

    @Test
    void copiesData() throws Exception {
        String row = "rice on the terraces above the river\n";
        int rows = BYTES / row.length();
        fata.revision("b", "a", "-- migrate:up\ncopy plot from stdin;\n" + row.repeat(rows) + "\\.\n-- migrate:down\n");

        succeeds("validate");
        succeeds("upgrade", "--no-backup");

        assertThat(database.value("select count(*) from plot")).isEqualTo(Integer.toString(rows));
    }

    @Test
    void runsManyStatements() throws Exception {
        String statement =
                "insert into plot values ('rice on the terraces')" + ", ('above the river')".repeat(500) + ";\n";
        int statements = BYTES / statement.length();
        fata.revision("b", "a", "-- migrate:up\n" + statement.repeat(statements) + "-- migrate:down\n");

        succeeds("validate", "--scratch", "never");
        succeeds("upgrade", "--no-backup");
        succeeds("downgrade", "-1", "--no-backup");

        assertThat(database.value("select count(*) from plot")).isEqualTo(Integer.toString(501 * statements));
    }

    private void succeeds(String... command) throws InterruptedException {
        FataProcess process = FataProcess.start(SMALL_JVM, folder, database.config(), command);

        assertThat(process.exitCode()).as(process.err()).isZero();
    }
}
