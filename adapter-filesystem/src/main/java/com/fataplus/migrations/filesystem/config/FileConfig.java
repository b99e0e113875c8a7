package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.port.ConfigSource;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.Utf8;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Options, the environment, .env and fata.toml, in this order. */
public final class FileConfig implements ConfigSource {
    private final WorkingDirectory here;
    private final Map<String, String> environment;

    public FileConfig(WorkingDirectory here, Map<String, String> environment) {
        this.here = requireNonNull(here, "here");
        this.environment = Map.copyOf(environment);
    }

    @Override
    public EffectiveConfig read(ConfigRequest request) {
        Place place = Place.find(here, request, environment);
        Set<String> problems = new LinkedHashSet<>();
        Layer options = options(request.options(), problems);
        Variables exported = Variables.ofEnvironment(here, environment);
        Variables written = Variables.ofEnvFile(here, envFile(place, problems));
        Optional<TomlFile> toml = toml(place, problems);
        ChosenEnvironment chosen = ChosenEnvironment.of(request, List.of(exported, written), toml, problems);
        Resolution resolution = new Resolution(Stream.of(
                        Stream.of(options),
                        exported.layers().stream(),
                        written.layers().stream(),
                        chosen.level().map(TomlLevel::layer).stream(),
                        toml.map(file -> file.top().layer()).stream())
                .flatMap(layers -> layers)
                .toList());
        problems.addAll(exported.problems());
        problems.addAll(written.problems());
        Optional<PlaceholderValues> placeholders = PlaceholderValues.of(
                Stream.of(toml.map(TomlFile::top), chosen.level())
                        .flatMap(Optional::stream)
                        .flatMap(level -> level.placeholders().stream())
                        .toList(),
                List.of(written, exported),
                request.placeholders(),
                problems);
        TomlHooks hooks = toml.map(TomlFile::hooks).orElseGet(TomlHooks::none);
        MigratorConfig config = new ConfigAssembly(
                        resolution, here, place.directory(), passwordFile(exported, written), problems)
                .config(hooks.hooks(), placeholders.map(PlaceholderValues::placeholders));
        problems.addAll(resolution.problems());
        if (!problems.isEmpty()) {
            throw new MigrationException(new InputFailure.ConfigurationBroken(List.copyOf(problems)));
        }
        List<Setting> settings = new ArrayList<>(chosen.settings());
        settings.addAll(resolution.settings());
        settings.addAll(hooks.settings());
        settings.addAll(placeholders.map(PlaceholderValues::settings).orElse(List.of()));
        return new EffectiveConfig(config, settings);
    }

    /** The one that a variable names, else the one in the home folder. */
    private Optional<PasswordFile> passwordFile(Variables exported, Variables written) {
        return exported.named("PGPASSFILE")
                .or(() -> written.named("PGPASSFILE"))
                .map(Raw::text)
                .or(() -> exported.named("HOME").map(home -> home.text() + "/.pgpass"))
                .map(path -> new PasswordFile(here, here.resolve(path)));
    }

    private static Layer options(Map<String, String> options, Set<String> problems) {
        Map<String, Raw> values = new HashMap<>();
        List<String> known = Keys.ALL.stream().map(Key::name).toList();
        options.forEach((name, text) -> {
            if (known.contains(name)) {
                values.put(name, new Raw(text, "option " + name));
            } else {
                problems.add("option %s: there is no such key%s".formatted(name, DidYouMean.suffix(name, known)));
            }
        });
        return new Layer(values);
    }

    private EnvFile envFile(Place place, Set<String> problems) {
        Path file = place.directory().resolve(".env");
        if (!Files.exists(file)) {
            return EnvFile.EMPTY;
        }
        EnvFile read = text(file, problems)
                .map(text -> EnvFile.parse(here.shown(file), text))
                .orElse(EnvFile.EMPTY);
        problems.addAll(read.problems());
        return read;
    }

    private Optional<TomlFile> toml(Place place, Set<String> problems) {
        return place.file().flatMap(file -> {
            if (place.namedBy().isPresent() && !Files.exists(file)) {
                problems.add("%s: there is no file %s".formatted(place.namedBy().get(), here.shown(file)));
                return Optional.empty();
            }
            return text(file, problems).map(text -> {
                TomlFile toml = TomlFile.parse(here, file, text);
                problems.addAll(toml.problems());
                return toml;
            });
        });
    }

    private Optional<String> text(Path file, Set<String> problems) {
        try {
            return switch (Utf8.decode(Files.readAllBytes(file))) {
                case Utf8.Text(var text) -> Optional.of(text);
                case Utf8.NoText wrong -> {
                    problems.add("%s:%s: %s".formatted(here.shown(file), wrong.position(), wrong.message()));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            problems.add("%s cannot be read: %s".formatted(here.shown(file), IoReason.of(e)));
            return Optional.empty();
        }
    }
}
