package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.domain.script.Placeholders;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values in force together. Asks for them in the order of {@link Keys#ALL}, which the settings keep. */
final class ConfigAssembly {
    private final Resolution resolution;
    private final WorkingDirectory here;
    private final Path directory;
    private final Optional<PasswordFile> passwords;
    private final Collection<String> problems;

    /**
     * From what was resolved.
     *
     * @param directory the folder of fata.toml
     * @param problems grows
     */
    ConfigAssembly(
            Resolution resolution,
            WorkingDirectory here,
            Path directory,
            Optional<PasswordFile> passwords,
            Collection<String> problems) {
        this.resolution = requireNonNull(resolution, "resolution");
        this.here = requireNonNull(here, "here");
        this.directory = requireNonNull(directory, "directory");
        this.passwords = requireNonNull(passwords, "passwords");
        this.problems = requireNonNull(problems, "problems");
    }

    MigratorConfig config(List<Hook> hooks, Optional<Placeholders> placeholders) {
        return new MigratorConfig(
                connection(),
                scripts(hooks, placeholders),
                new BackupConfig(
                        resolution.get(Keys.WHEN),
                        resolution.get(Keys.DIRECTORY),
                        resolution.get(Keys.FORMAT),
                        resolution.get(Keys.JOBS),
                        resolution.find(Keys.PG_DUMP),
                        resolution.find(Keys.KEEP),
                        resolution.find(Keys.OLDER_THAN)),
                new RunConfig(
                        resolution.get(Keys.TRANSACTION),
                        resolution.get(Keys.ON_FAILURE),
                        resolution.get(Keys.LOCK_WAIT),
                        resolution.get(Keys.LOCK_TIMEOUT),
                        resolution.get(Keys.LOCK_RETRY),
                        resolution.find(Keys.STATEMENT_TIMEOUT)),
                new LedgerConfig(resolution.get(Keys.SCHEMA)));
    }

    private ScriptsConfig scripts(List<Hook> hooks, Optional<Placeholders> placeholders) {
        var folders = new ScriptsConfig.Folders(resolution.get(Keys.VERSIONS), resolution.get(Keys.RECURSIVE));
        var newFiles = new ScriptsConfig.NewFiles(
                resolution.get(Keys.FILE_TEMPLATE),
                resolution.get(Keys.TRUNCATE_SLUG_LENGTH),
                resolution.get(Keys.REV_ID),
                resolution.get(Keys.TIMEZONE));
        if (newFiles.fileTemplate().contains("/") && folders.depth() == ScriptsConfig.Depth.FLAT) {
            resolution.problem(
                    Keys.FILE_TEMPLATE, "puts files into folders, where scripts.recursive = true finds them");
        }
        return new ScriptsConfig(here.shown(directory), folders, newFiles, hooks, placeholders);
    }

    private ConnectionConfig connection() {
        resolution.find(Keys.URL); // its parts are asked for one by one
        String host = resolution.get(Keys.HOST);
        int port = resolution.get(Keys.PORT);
        String name = resolution.get(Keys.NAME);
        String user = resolution.get(Keys.USER);
        Optional<Secret> password = resolution.find(
                Keys.PASSWORD, () -> passwords.flatMap(file -> file.password(host, port, name, user, problems)));
        return new ConnectionConfig(
                host, port, name, user, password, parameters(), resolution.get(Keys.CONNECT_TIMEOUT));
    }

    /** The driver and pg_dump would look for files wherever the process began. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        resolution.find(Keys.SSLMODE).ifPresent(mode -> parameters.put(Keys.SSLMODE.property(), mode));
        for (Key<String> key : List.of(Keys.SSLROOTCERT, Keys.SSLCERT, Keys.SSLKEY)) {
            resolution
                    .find(key)
                    .ifPresent(path ->
                            parameters.put(key.property(), here.resolve(path).toString()));
        }
        return parameters;
    }
}
