package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** psql follows the server when a script turns standard_conforming_strings off; a file that is split before it runs cannot. */
class StandardStringsTest extends PostgresScenarios {
    private static final LockRequest LOCK = new LockRequest(Duration.ZERO, "upgrade");
    private static final String ESCAPING = """
            -- migrate:up
            set standard_conforming_strings = off;
            create table told as select 'it\\'s; fine' as words;
            -- migrate:down
            drop table told;
            """;

    @Test
    void psqlFollowsTheServer(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("up.sql"), ESCAPING.substring(0, ESCAPING.indexOf("-- migrate:down")));

        assertThat(psql(file)).isZero();

        assertThat(server().value("select words from told")).isEqualTo("it's; fine");
    }

    @Test
    void weRefuseInItsPlace() {
        List<ScriptProblem> problems = switch (ScriptParser.script(new RevisionId("1a"), "1a.sql", ESCAPING)) {
            case Parsed.Sound<MigrationScript> ignored -> List.of();
            case Parsed.Broken<MigrationScript>(var found) -> found;
        };

        assertThat(problems)
                .extracting(problem -> problem.place() + " " + problem.code())
                .startsWith("1a.sql:2:1 script.nonstandard-strings");
    }

    @Test
    void refusesWhatTurnsThemOffUnseen() {
        try (var session = open(LOCK)) {
            var error = refused(
                            session,
                            section("select set_config('standard_conforming_strings', 'off', false);\nselect 'it\\';"))
                    .error();

            assertThat(error.message()).contains("turned standard_conforming_strings off");
            assertThat(error.statement()).contains("set_config");
        }
    }

    @Test
    void areStandardWhateverTheDatabaseSays() {
        server().execute("do $$ begin execute format("
                + "'alter database %I set standard_conforming_strings = off', current_database()); end $$");

        try (var session = open(LOCK)) {
            commit(session, section("create table told as select 'it\\' as words"));
        }

        assertThat(server().value("select length(words) from told")).isEqualTo("3");
    }

    private int psql(Path file) throws Exception {
        ProcessBuilder psql = new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString());
        psql.environment().put("PGHOST", server().config().host());
        psql.environment().put("PGPORT", Integer.toString(server().config().port()));
        psql.environment().put("PGUSER", server().config().user());
        psql.environment().put("PGOPTIONS", "-c escape_string_warning=off");
        psql.environment().put("PGDATABASE", server().config().database());
        psql.environment()
                .put(
                        "PGPASSWORD",
                        server().config().password().map(Secret::value).orElse(""));
        Path out = Files.createTempFile(file.getParent(), "psql", ".txt");
        int exitCode = psql.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEmpty();
        return exitCode;
    }
}
