package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everywhere that something can be set, as it was read.
 *
 * @param exported the environment
 * @param written the file .env
 */
record Sources(
        Layer options, Variables exported, Variables written, Optional<TomlFile> toml, ChosenEnvironment chosen) {
    Sources {
        requireNonNull(options, "options");
        requireNonNull(exported, "exported");
        requireNonNull(written, "written");
        requireNonNull(toml, "toml");
        requireNonNull(chosen, "chosen");
    }

    /** Whatever goes before, first. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(options));
        layers.addAll(exported.layers());
        layers.addAll(written.layers());
        chosen.level().map(TomlLevel::layer).ifPresent(layers::add);
        toml.map(file -> file.top().layer()).ifPresent(layers::add);
        return layers;
    }

    TomlHooks hooks() {
        return toml.map(TomlFile::hooks).orElseGet(TomlHooks::none);
    }

    /** Empty where no table switches them on. */
    Optional<PlaceholderValues> placeholders(ConfigRequest request, Collection<String> problems) {
        List<Map<String, Raw>> tables = Stream.of(toml.map(TomlFile::top), chosen.level())
                .flatMap(Optional::stream)
                .flatMap(level -> level.placeholders().stream())
                .toList();
        return PlaceholderValues.of(tables, List.of(written, exported), request.placeholders(), problems);
    }

    /** The one that a variable names, else the one in the home folder. */
    Optional<PasswordFile> passwordFile(WorkingDirectory here) {
        return exported.named("PGPASSFILE")
                .or(() -> written.named("PGPASSFILE"))
                .map(Raw::text)
                .or(() -> exported.named("HOME").map(home -> home.text() + "/.pgpass"))
                .map(path -> new PasswordFile(here, here.resolve(path)));
    }

    /** What was met in variables on the way; ask once {@link #layers} were. */
    List<String> problems() {
        return Stream.concat(exported.problems().stream(), written.problems().stream())
                .toList();
    }

    /** What people look at: which environment, the values in force, then what has names of the user's. */
    List<Setting> settings(List<Setting> resolved, Optional<PlaceholderValues> placeholders) {
        List<Setting> settings = new ArrayList<>(chosen.settings());
        settings.addAll(resolved);
        settings.addAll(hooks().settings());
        placeholders.map(PlaceholderValues::settings).ifPresent(settings::addAll);
        return settings;
    }
}
