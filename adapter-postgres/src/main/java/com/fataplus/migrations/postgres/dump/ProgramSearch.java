package com.fataplus.migrations.postgres.dump;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.postgres.dump.PgDumpProgram.Usable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the pg_dump that fits a server. No record: what the programs run in has the password in it. */
final class ProgramSearch {
    private static final String NAME = "pg_dump";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<String> configured;
    private final SearchPlaces places;
    private final Map<String, String> environment;

    /** @param configured the only one to consider, by path or by name */
    ProgramSearch(Optional<String> configured, SearchPlaces places, Map<String, String> environment) {
        this.configured = requireNonNull(configured, "configured");
        this.places = requireNonNull(places, "places");
        this.environment = Map.copyOf(environment);
    }

    Usable find(ServerInfo server) {
        return find(server.major(), server.version());
    }

    /** One of at least that major; what it is for has this version. */
    Usable find(int major, String version) {
        List<Path> candidates = candidates();
        if (candidates.isEmpty()) {
            throw missing(major);
        }
        List<PgDumpProgram> asked = candidates.stream()
                .map(candidate -> PgDumpProgram.ask(candidate, environment, PATIENCE))
                .toList();
        List<Usable> usable = asked.stream().flatMap(ProgramSearch::usable).toList();
        if (usable.isEmpty()) {
            throw unusable(asked, major);
        }
        return usable.stream()
                .filter(program -> program.major() >= major)
                .min(Usable.CLOSEST_FIRST)
                .orElseThrow(() -> tooOld(asked, major, version));
    }

    private List<Path> candidates() {
        return configured
                .map(name -> name.contains("/") ? existing(Path.of(name)) : places.all(name))
                .orElseGet(() -> places.all(NAME));
    }

    private static List<Path> existing(Path program) {
        return Files.exists(program) ? List.of(program) : List.of();
    }

    private static Stream<Usable> usable(PgDumpProgram program) {
        return switch (program) {
            case Usable usable -> Stream.of(usable);
            case PgDumpProgram.Unusable ignored -> Stream.empty();
        };
    }

    private MigrationException missing(int major) {
        String summary = configured
                .map(name -> "the configured pg_dump is not there: " + name)
                .orElseGet(() -> "found no pg_dump, on PATH or elsewhere, to take a backup with");
        return failure("backup.program-missing", summary, major);
    }

    private static MigrationException unusable(List<PgDumpProgram> asked, int major) {
        return failure("backup.program-unusable", "no pg_dump to take a backup with: " + described(asked), major);
    }

    private static MigrationException tooOld(List<PgDumpProgram> asked, int major, String version) {
        String summary = "pg_dump is older than the server, which is %s: %s".formatted(version, described(asked));
        return failure("backup.program-too-old", summary, major);
    }

    private static String described(List<PgDumpProgram> asked) {
        return asked.stream().map(PgDumpProgram::described).collect(joining("; "));
    }

    private static MigrationException failure(String code, String summary, int major) {
        String remedy = """
                install PostgreSQL's client programs of version %1$d (Debian: apt-get install postgresql-client-%1$d), \
                name one in fata.toml (backup.pg_dump), or go without a backup: --no-backup""".formatted(major);
        return new MigrationException(new BackupFailure(code, summary, Optional.of(remedy)));
    }
}
