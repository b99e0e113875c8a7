package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.domain.script.Placeholders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values in force together. Asks for them in the order of {@link Keys#ALL}, which the settings keep. */
final class ConfigAssembly {
    private final Resolution resolution;
    private final String directory;

    /**
     * From what was resolved.
     *
     * @param directory the folder of fata.toml
     */
    ConfigAssembly(Resolution resolution, String directory) {
        this.resolution = requireNonNull(resolution, "resolution");
        this.directory = requireNonNull(directory, "directory");
    }

    MigratorConfig config(List<Hook> hooks, Optional<Placeholders> placeholders) {
        return new MigratorConfig(
                connection(),
                scripts(hooks, placeholders),
                new BackupConfig(
                        resolution.get(Keys.WHEN),
                        resolution.get(Keys.DIRECTORY),
                        resolution.get(Keys.FORMAT),
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
        return new ScriptsConfig(directory, folders, newFiles, hooks, placeholders);
    }

    private ConnectionConfig connection() {
        resolution.find(Keys.URL); // its parts are asked for one by one
        return new ConnectionConfig(
                resolution.get(Keys.HOST),
                resolution.get(Keys.PORT),
                resolution.get(Keys.NAME),
                resolution.get(Keys.USER),
                resolution.find(Keys.PASSWORD),
                parameters(),
                resolution.get(Keys.CONNECT_TIMEOUT));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (Key<String> key : List.of(Keys.SSLMODE, Keys.SSLROOTCERT, Keys.SSLCERT, Keys.SSLKEY)) {
            resolution.find(key).ifPresent(value -> parameters.put(key.property(), value));
        }
        return parameters;
    }
}
