package com.fataplus.migrations.app;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.FilePrograms;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.OfflineScripts;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ServerGrammar;
import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.application.port.SqlGrammar;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.application.usecase.UseCases.Ports;
import com.fataplus.migrations.filesystem.backup.FileBackups;
import com.fataplus.migrations.filesystem.cache.CacheFolder;
import com.fataplus.migrations.filesystem.cache.FileSoundTexts;
import com.fataplus.migrations.filesystem.program.UserPrograms;
import com.fataplus.migrations.filesystem.script.FileScripts;
import com.fataplus.migrations.postgres.OfflineSql;
import com.fataplus.migrations.postgres.PostgresDatabase;
import com.fataplus.migrations.postgres.PostgresNewDatabases;
import com.fataplus.migrations.postgres.PostgresScratchDatabases;
import com.fataplus.migrations.postgres.PostgresServerGrammar;
import com.fataplus.migrations.postgres.dump.PgDump;
import com.fataplus.migrations.postgres.grammar.PostgresGrammar;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The ports of one configuration, each by its adapter. */
final class AdaptersModule extends AbstractModule {
    private final Surroundings surroundings;
    private final EffectiveConfig effective;
    private final MigratorConfig config;

    AdaptersModule(Surroundings surroundings, EffectiveConfig effective) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.effective = requireNonNull(effective, "effective");
        this.config = effective.config();
    }

    @Provides
    UseCases useCases(
            Database database,
            DatabaseDump dump,
            BackupStore backups,
            NewDatabases newDatabases,
            ScriptStore scripts,
            SqlGrammar grammar,
            SoundTexts soundTexts,
            FilePrograms programs,
            ServerGrammar serverGrammar,
            ScratchDatabases scratches,
            OfflineScripts offline,
            Clock clock,
            RandomGenerator random) {
        return new UseCases(
                effective,
                new Ports(
                        database,
                        dump,
                        backups,
                        newDatabases,
                        scripts,
                        grammar,
                        soundTexts,
                        programs,
                        serverGrammar,
                        scratches,
                        offline),
                surroundings.operator(),
                clock,
                random);
    }

    @Provides
    Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Provides
    Database database(Clock clock) {
        return new PostgresDatabase(config.connection(), config.ledger(), clock);
    }

    @Provides
    DatabaseDump dump() {
        return PgDump.of(config.connection(), config.backup(), surroundings.environment());
    }

    @Provides
    BackupStore backups(Clock clock) {
        return FileBackups.of(config, surroundings.here(), clock);
    }

    @Provides
    OfflineScripts offline() {
        return new OfflineSql(config.ledger());
    }

    @Provides
    FilePrograms programs() {
        return new UserPrograms(
                surroundings.here(),
                config.scripts().directory(),
                surroundings.environment(),
                surroundings.attendance());
    }

    @Provides
    NewDatabases newDatabases(Clock clock, RandomGenerator random) {
        return new PostgresNewDatabases(config.connection(), config.ledger(), clock, random);
    }

    @Provides
    ScriptStore scripts() {
        return new FileScripts(surroundings.here(), config.scripts());
    }

    @Provides
    SqlGrammar grammar() {
        return new PostgresGrammar();
    }

    @Provides
    ServerGrammar serverGrammar(RandomGenerator random) {
        return new PostgresServerGrammar(config.connection(), random);
    }

    @Provides
    ScratchDatabases scratches(Clock clock, RandomGenerator random) {
        return new PostgresScratchDatabases(config.connection(), config.ledger(), clock, random);
    }

    @Provides
    SoundTexts soundTexts() {
        return new FileSoundTexts(CacheFolder.in(surroundings.environment()));
    }
}
