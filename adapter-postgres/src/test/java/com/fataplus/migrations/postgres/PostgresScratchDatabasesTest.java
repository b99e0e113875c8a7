package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.Scratch;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScratchDatabasesContract;
import com.fataplus.migrations.application.port.ScratchSource;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(EveryMajor.class)
class PostgresScratchDatabasesTest extends ScratchDatabasesContract {
    private static final ScratchSource ALL = new ScratchSource(Set.of());
    private static final String OLD = "fata_scratch_20200101000000_0123abcd";
    private static final String YOUNG = "fata_scratch_29990101000000_0123abcd";

    private final Random random = new Random(1);
    private TestDatabase target;

    @BeforeEach
    void connect(TestDatabase fresh) {
        target = fresh;
    }

    @AfterEach
    void leaveNone() {
        names().forEach(name -> target.execute("drop database " + name + " with (force)"));
    }

    @Override
    protected ScratchDatabases scratches() {
        return scratches(target.config());
    }

    @Override
    protected int present() {
        return names().size();
    }

    @Test
    void hasTheEncodingAndLocaleOfTheTarget() {
        String latin = "latin_" + target.config().database();
        target.execute(
                "create database " + latin + " template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
        try (Scratch scratch = scratches(target.config().to(latin)).create(ALL)) {
            assertThat(scratch.database().server().database()).startsWith("fata_scratch_");
            assertThat(target.values("""
                            select pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype
                              from pg_database where starts_with(datname, 'fata_scratch_')
                            """)).containsExactly("LATIN1 C C");
        } finally {
            target.execute("drop database " + latin);
        }
    }

    @Test
    void hasTheSettingsSchemasAndExtensionsOfTheTarget() {
        target.execute("""
                create schema farm;
                create schema "Own";
                create extension hstore schema farm;
                do $$ begin
                    execute format('alter database %I set search_path = farm, "$user", public', current_database());
                    execute format('alter database %I set farm.season = rain', current_database());
                end $$""");

        try (Scratch scratch = scratches().create(new ScratchSource(Set.of("Own")))) {
            ConnectionConfig there =
                    target.config().to(scratch.database().server().database());
            assertThat(target.values(there, "show search_path")).containsExactly("farm, \"$user\", public");
            assertThat(target.values(there, "show farm.season")).containsExactly("rain");
            assertThat(target.values(there, "select extname from pg_extension where extname = 'hstore'"))
                    .hasSize(1);
            assertThat(target.values(there, "select nspname from pg_namespace where nspname in ('farm', 'Own')"))
                    .containsExactly("farm");
        }
    }

    @Test
    void tellsWhatTheTargetHasAndItLacks() {
        target.execute(
                "create table plot (hectares int); create function area() returns int language sql as 'select 1'");

        try (Scratch scratch = scratches().create(ALL)) {
            assertThat(scratch.missing()).contains("plot", "hectares", "area").doesNotContain("public");
        }
    }

    @Test
    void isRefusedToARoleThatMayNotCreateDatabases() {
        MigrationFailure failure = failure(scratches(target.createRole("")));

        assertThat(failure.code()).isEqualTo("scratch.not-allowed");
        assertThat(failure.summary()).contains("may not create databases");
        assertThat(failure.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("createdb"));
    }

    @Test
    void isThereForARoleThatMayDoNothingElse() {
        try (Scratch scratch = scratches(target.createRole("createdb")).create(ALL)) {
            assertThat(scratch.database().ledger().applied()).isEmpty();
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void sweepsWhatAKilledProcessLeftBehind() {
        target.execute("create database " + OLD);
        target.execute("create database " + YOUNG);

        scratches().create(ALL).close();

        assertThat(names()).containsExactly(YOUNG);
    }

    @Test
    void sweepsNothingOfOthersAndNothingInUse() throws Exception {
        target.execute("create database " + OLD);
        try (var session = target.connect(target.config().to(OLD))) {
            scratches().create(ALL).close();
            assertThat(session.isValid(1)).isTrue();
        }
        scratches(target.createRole("createdb")).create(ALL).close();

        assertThat(names()).containsExactly(OLD);
    }

    private ScratchDatabases scratches(ConnectionConfig config) {
        return new PostgresScratchDatabases(config, new LedgerConfig("fata"), Clock.systemUTC(), random);
    }

    private List<String> names() {
        return target.values("select datname from pg_database where starts_with(datname, 'fata_scratch_') order by 1");
    }

    private static MigrationFailure failure(ScratchDatabases scratches) {
        return assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> scratches.create(ALL))
                .actual()
                .failure();
    }
}
