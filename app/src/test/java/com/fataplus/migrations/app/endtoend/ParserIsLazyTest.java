package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's parser is half a megabyte of classes and 40 MiB of memory: only who checks SQL pays for it. */
@ExtendWith(PostgresServer.class)
class ParserIsLazyTest {
    private static final List<String> PARSER = List.of(" run.endive.", "LibPgQuery");

    @TempDir
    private Path folder;

    private ConnectionConfig database;

    @BeforeEach
    void writeARevision(TestDatabase given) {
        database = given.config();
        FataInProcess.in(folder, database).table("a", "");
    }

    @Test
    void validateLoadsTheParser() throws Exception {
        assertThat(parserClassesLoadedBy("validate"))
                .anyMatch(line -> line.contains("LibPgQueryModule "))
                .anyMatch(line -> line.contains(" run.endive."));
    }

    @Test
    void currentDoesNot() throws Exception {
        assertThat(parserClassesLoadedBy("current")).isEmpty();
    }

    @Test
    void upgradeDoesNot() throws Exception {
        assertThat(parserClassesLoadedBy("upgrade", "--no-backup")).isEmpty();
    }

    private List<String> parserClassesLoadedBy(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        List<String> watched = List.of("env", "JDK_JAVA_OPTIONS=-Xlog:class+load:file=" + log);

        FataProcess process = FataProcess.start(watched, folder, database, command);

        assertThat(process.exitCode()).as(process.err()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> PARSER.stream().anyMatch(line::contains))
                    .toList();
        }
    }
}
