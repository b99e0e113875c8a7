package com.fataplus.migrations.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.ServerInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSearchTest {
    private final Path path;
    private final Path majors;

    ProgramSearchTest(@TempDir Path directory) {
        this.path = directory.resolve("bin");
        this.majors = directory.resolve("postgresql");
    }

    @BeforeEach
    void makeThePath() throws IOException {
        Files.createDirectories(path);
    }

    @Test
    void findsTheOneOnThePath() {
        Path program = Scripts.pgDump(path.resolve("pg_dump"), "15.20 (Debian 15.20-0+deb12u1)");

        PgDumpProgram.Usable found = search(Optional.empty()).find(server(15));

        assertThat(found.path()).isEqualTo(program);
        assertThat(found.version()).isEqualTo("15.20 (Debian 15.20-0+deb12u1)");
    }

    @Test
    void prefersTheServersOwnMajor() {
        Scripts.pgDump(path.resolve("pg_dump"), "18.1");
        Path own = Scripts.pgDump(majors.resolve("15/bin/pg_dump"), "15.20");
        Scripts.pgDump(majors.resolve("16/bin/pg_dump"), "16.3");

        assertThat(search(Optional.empty()).find(server(15)).path()).isEqualTo(own);
    }

    @Test
    void takesTheNextMajorWhereTheServersIsMissing() {
        Scripts.pgDump(path.resolve("pg_dump"), "18.1");
        Scripts.pgDump(majors.resolve("14/bin/pg_dump"), "14.9");
        Path next = Scripts.pgDump(majors.resolve("16/bin/pg_dump"), "16.3");

        assertThat(search(Optional.empty()).find(server(15)).path()).isEqualTo(next);
    }

    @Test
    void takesTheNewestOfAMajor() {
        Scripts.pgDump(path.resolve("pg_dump"), "15.9");
        Path newest = Scripts.pgDump(majors.resolve("15/bin/pg_dump"), "15.20");

        assertThat(search(Optional.empty()).find(server(15)).path()).isEqualTo(newest);
    }

    @Test
    void understandsABetaVersion() {
        Scripts.pgDump(path.resolve("pg_dump"), "19beta1");

        assertThat(search(Optional.empty()).find(server(18)).major()).isEqualTo(19);
    }

    @Test
    void looksPastAProgramThatFails() {
        Scripts.write(path.resolve("pg_dump"), "exit 1");
        Path good = Scripts.pgDump(majors.resolve("15/bin/pg_dump"), "15.20");

        assertThat(search(Optional.empty()).find(server(15)).path()).isEqualTo(good);
    }

    @Test
    void saysHowToGetOneWhereThereIsNone() {
        MigrationFailure failure = failureOf(Optional.empty(), 16);

        assertThat(failure.code()).isEqualTo("backup.program-missing");
        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(failure.remedy().orElseThrow())
                .contains("apt-get install postgresql-client-16")
                .contains("--no-backup");
    }

    @Test
    void namesThoseThatAreTooOld() {
        Path older = Scripts.pgDump(path.resolve("pg_dump"), "15.20");
        Path oldest = Scripts.pgDump(majors.resolve("14/bin/pg_dump"), "14.9");

        MigrationFailure failure = failureOf(Optional.empty(), 16);

        assertThat(failure.code()).isEqualTo("backup.program-too-old");
        assertThat(failure.summary()).contains("server, which is 16.2", older + " is 15.20", oldest + " is 14.9");
        assertThat(failure.remedy().orElseThrow()).contains("postgresql-client-16");
    }

    @Test
    void saysWhyNoneOfThemCanBeUsed() {
        Scripts.write(path.resolve("pg_dump"), "echo no library >&2", "exit 127");

        MigrationFailure failure = failureOf(Optional.empty(), 15);

        assertThat(failure.code()).isEqualTo("backup.program-unusable");
        assertThat(failure.summary()).contains("failed with exit code 127: no library");
    }

    @Test
    void usesTheConfiguredOneAlone() {
        Scripts.pgDump(path.resolve("pg_dump"), "15.20");
        Path configured = Scripts.pgDump(majors.resolveSibling("own/pg_dump"), "18.0");

        assertThat(search(Optional.of(configured.toString())).find(server(15)).path())
                .isEqualTo(configured);
    }

    @Test
    void looksForAConfiguredNameOnThePath() {
        Path configured = Scripts.pgDump(path.resolve("pg_dump-16"), "16.3");

        assertThat(search(Optional.of("pg_dump-16")).find(server(15)).path()).isEqualTo(configured);
    }

    @Test
    void saysThatTheConfiguredOneIsNotThere() {
        Scripts.pgDump(path.resolve("pg_dump"), "15.20");

        MigrationFailure failure = failureOf(Optional.of("/nowhere/pg_dump"), 15);

        assertThat(failure.code()).isEqualTo("backup.program-missing");
        assertThat(failure.summary()).contains("/nowhere/pg_dump");
    }

    @Test
    void refusesAConfiguredProgramThatIsNotPgDump() {
        Scripts.write(path.resolve("mysqldump"), "echo 'mysqldump  Ver 10.19'");

        MigrationFailure failure = failureOf(Optional.of("mysqldump"), 15);

        assertThat(failure.code()).isEqualTo("backup.program-unusable");
        assertThat(failure.summary()).contains("it says 'mysqldump  Ver 10.19'");
    }

    @Test
    void doesNotWaitForAProgramThatHangs() {
        Path hung = Scripts.write(path.resolve("pg_dump"), "sleep 600");

        PgDumpProgram answer = PgDumpProgram.ask(hung, System.getenv(), Duration.ofMillis(200));

        assertThat(answer.described()).contains("did not tell its version");
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .noneMatch(info -> info.commandLine().orElse("").contains("sleep 600"));
    }

    private ProgramSearch search(Optional<String> configured) {
        return new ProgramSearch(configured, new SearchPlaces(List.of(path), List.of(majors)), Map.of());
    }

    private MigrationFailure failureOf(Optional<String> configured, int major) {
        return catchThrowableOfType(
                        MigrationException.class, () -> search(configured).find(server(major)))
                .failure();
    }

    private static ServerInfo server(int major) {
        return new ServerInfo(major + ".2", major, "localhost:5432/plots", "plots", "anna", 8_000_000);
    }
}
