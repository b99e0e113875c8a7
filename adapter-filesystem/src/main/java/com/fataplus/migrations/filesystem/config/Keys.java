package com.fataplus.migrations.filesystem.config;

import static com.fataplus.migrations.filesystem.config.Key.withDefault;
import static com.fataplus.migrations.filesystem.config.Key.withoutDefault;
import static com.fataplus.migrations.filesystem.config.ValueTypes.databaseUrl;
import static com.fataplus.migrations.filesystem.config.ValueTypes.duration;
import static com.fataplus.migrations.filesystem.config.ValueTypes.durationOrSeconds;
import static com.fataplus.migrations.filesystem.config.ValueTypes.either;
import static com.fataplus.migrations.filesystem.config.ValueTypes.file;
import static com.fataplus.migrations.filesystem.config.ValueTypes.fileTemplate;
import static com.fataplus.migrations.filesystem.config.ValueTypes.folders;
import static com.fataplus.migrations.filesystem.config.ValueTypes.host;
import static com.fataplus.migrations.filesystem.config.ValueTypes.oneOf;
import static com.fataplus.migrations.filesystem.config.ValueTypes.schema;
import static com.fataplus.migrations.filesystem.config.ValueTypes.secret;
import static com.fataplus.migrations.filesystem.config.ValueTypes.text;
import static com.fataplus.migrations.filesystem.config.ValueTypes.wholeNumber;
import static com.fataplus.migrations.filesystem.config.ValueTypes.zone;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.script.DurationText;
import com.fataplus.migrations.domain.script.OnFailure;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Everything that can be set, its names, its type and its default: the one table behind parsing, origins, suggestions and fata.toml. */
final class Keys {
    /** Longer is a slip of the finger. */
    static final Duration CENTURY = Duration.ofDays(36_500);

    /** A file name has 255 bytes on most systems, and an id and an ending beside. */
    private static final int LONGEST_SLUG = 200;

    static final Key<DatabaseUrl> URL = withoutDefault(
                    "database.url",
                    databaseUrl(),
                    "postgres://fataplus_user@localhost:5432/fataplus_dev",
                    "All of this table in one; what is set apart from it goes before")
            .alsoKnownAs("DATABASE_URL");
    static final Key<String> HOST = withDefault("database.host", host(), "localhost", "Where the server is")
            .alsoKnownAs("POSTGRES_HOST", "PGHOST");
    static final Key<Integer> PORT = withDefault("database.port", wholeNumber(1, 65_535), "5432", "Its port")
            .alsoKnownAs("POSTGRES_PORT", "PGPORT");
    static final Key<String> NAME = withDefault("database.name", text(), "fataplus_dev", "The database's name")
            .alsoKnownAs("POSTGRES_DB", "PGDATABASE");
    static final Key<String> USER =
            withDefault("database.user", text(), "fataplus_user", "Who logs in").alsoKnownAs("POSTGRES_USER", "PGUSER");
    static final Key<Secret> PASSWORD = withoutDefault(
                    "database.password", secret(), "...", "Better in .env or ~/.pgpass than here")
            .alsoKnownAs("POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE", "PGPASSWORD");
    static final Key<String> SSLMODE = withoutDefault(
                    "database.sslmode",
                    oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
                    "verify-full",
                    "How much encryption and proof the connection needs, in libpq's words")
            .alsoKnownAs("PGSSLMODE");
    static final Key<String> SSLROOTCERT = withoutDefault(
                    "database.sslrootcert", file(), "root.crt", "Certificates of authorities to trust")
            .alsoKnownAs("PGSSLROOTCERT");
    static final Key<String> SSLCERT = withoutDefault(
                    "database.sslcert", file(), "client.crt", "The client's certificate")
            .alsoKnownAs("PGSSLCERT");
    static final Key<String> SSLKEY = withoutDefault("database.sslkey", file(), "client.pk8", "The client's key")
            .alsoKnownAs("PGSSLKEY");
    static final Key<Duration> CONNECT_TIMEOUT = withDefault(
                    "database.connect_timeout",
                    durationOrSeconds(Duration.ofSeconds(1), DurationText.LONGEST_TIMEOUT),
                    "10s",
                    "The longest one attempt to connect takes; a bare number counts seconds, as in libpq")
            .alsoKnownAs("PGCONNECT_TIMEOUT");

    static final Key<List<String>> VERSIONS = withDefault(
            "scripts.versions",
            folders(),
            "versions",
            "The folder of revision files, from here; or several: [\"versions\", \"../billing/versions\"]");
    static final Key<ScriptsConfig.Depth> RECURSIVE = withDefault(
            "scripts.recursive",
            either(ScriptsConfig.Depth.RECURSIVE, ScriptsConfig.Depth.FLAT),
            "false",
            "Whether to look into the folders within these, too");
    static final Key<String> FILE_TEMPLATE = withDefault(
            "scripts.file_template",
            fileTemplate(),
            "{rev}_{slug}.sql",
            "How new ones are named; also {year} {month} {day} {hour} {minute} {second} {epoch}");
    static final Key<Integer> TRUNCATE_SLUG_LENGTH = withDefault(
            "scripts.truncate_slug_length",
            wholeNumber(1, LONGEST_SLUG),
            "40",
            "The most characters of the message that {slug} takes");
    static final Key<ScriptsConfig.IdStyle> REV_ID = withDefault(
            "scripts.rev_id",
            oneOf(ScriptsConfig.IdStyle.class),
            "random",
            "How their ids are made: random, timestamp or sequential");
    static final Key<ZoneId> TIMEZONE = withDefault(
            "scripts.timezone", zone(), "UTC", "The time zone of dates in new files and their names, as Europe/Paris");

    static final Key<BackupConfig.When> WHEN = withDefault(
            "backup.when",
            oneOf(BackupConfig.When.class),
            "run",
            "Before what a backup is taken: each run, each revision, or never");
    static final Key<String> DIRECTORY =
            withDefault("backup.directory", text(), "backups", "The folder of backups, from here");
    static final Key<BackupConfig.Format> FORMAT = withDefault(
            "backup.format",
            oneOf(BackupConfig.Format.class),
            "plain",
            "What pg_dump writes: plain SQL, its custom archive, or that as a directory with a file a table");
    static final Key<Integer> JOBS = withDefault(
            "backup.jobs",
            wholeNumber(1, 256),
            "1",
            "How many tables are dumped at once to a directory, and restored at once from an archive");
    static final Key<String> PG_DUMP = withoutDefault(
            "backup.pg_dump",
            text(),
            "/usr/lib/postgresql/15/bin/pg_dump",
            "The program to use, where the newest that fits is not the right one");
    static final Key<Integer> KEEP = withoutDefault(
            "backup.keep",
            wholeNumber(1, Integer.MAX_VALUE),
            "10",
            "How many backups stay when older ones are removed after a run; all, unless set");
    static final Key<Duration> OLDER_THAN = withoutDefault(
            "backup.older_than", duration(Duration.ZERO, CENTURY), "30d", "Only backups older than this are removed");

    static final Key<TransactionMode> TRANSACTION = withDefault(
            "run.transaction",
            oneOf(TransactionMode.class),
            "auto",
            "What commits together: the whole run, each revision, or auto to decide by the plan");
    static final Key<OnFailure> ON_FAILURE = withDefault(
            "run.on_failure",
            oneOf(OnFailure.class),
            "auto",
            "The way back from a failure: the cheapest (auto), the down sections (downgrade), or none (stop)");
    static final Key<Duration> LOCK_WAIT =
            withDefault("run.lock_wait", duration(Duration.ZERO, CENTURY), "60s", "How long to wait for another run");
    static final Key<Duration> LOCK_TIMEOUT = withDefault(
            "run.lock_timeout",
            duration(Duration.ZERO, DurationText.LONGEST_TIMEOUT),
            "500ms",
            "The longest a statement waits for a table before its transaction is tried again; 0s waits for ever");
    static final Key<Duration> LOCK_RETRY =
            withDefault("run.lock_retry", duration(Duration.ZERO, CENTURY), "10min", "For how long it is tried again");
    static final Key<Duration> STATEMENT_TIMEOUT = withoutDefault(
            "run.statement_timeout",
            duration(Duration.ofMillis(1), DurationText.LONGEST_TIMEOUT),
            "1h",
            "The longest one statement may take; no limit, unless set");

    static final Key<String> SCHEMA =
            withDefault("ledger.schema", schema(), "fata", "The schema of our own tables; nothing else lives in it");

    /** In the order of fata.toml. */
    static final List<Key<?>> ALL = List.of(
            URL,
            HOST,
            PORT,
            NAME,
            USER,
            PASSWORD,
            SSLMODE,
            SSLROOTCERT,
            SSLCERT,
            SSLKEY,
            CONNECT_TIMEOUT,
            VERSIONS,
            RECURSIVE,
            FILE_TEMPLATE,
            TRUNCATE_SLUG_LENGTH,
            REV_ID,
            TIMEZONE,
            WHEN,
            DIRECTORY,
            FORMAT,
            JOBS,
            PG_DUMP,
            KEEP,
            OLDER_THAN,
            TRANSACTION,
            ON_FAILURE,
            LOCK_WAIT,
            LOCK_TIMEOUT,
            LOCK_RETRY,
            STATEMENT_TIMEOUT,
            SCHEMA);

    private Keys() {}

    /** The tables, each once, in the order of fata.toml. */
    static List<String> tables() {
        return ALL.stream().map(Key::table).distinct().toList();
    }
}
