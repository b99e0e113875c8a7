package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Sources sources = sources(request, place, problems);
        Resolution resolution = new Resolution(sources.layers());
        problems.addAll(sources.problems());
        Optional<PlaceholderValues> placeholders = sources.placeholders(request, problems);
        MigratorConfig config = new ConfigAssembly(
                        resolution, here, place.directory(), sources.passwordFile(here), problems)
                .config(sources.hooks().hooks(), placeholders.map(PlaceholderValues::placeholders));
        problems.addAll(resolution.problems());
        if (!problems.isEmpty()) {
            throw new MigrationException(new InputFailure.ConfigurationBroken(List.copyOf(problems)));
        }
        return new EffectiveConfig(config, sources.settings(resolution.settings(), placeholders));
    }

    private Sources sources(ConfigRequest request, Place place, Set<String> problems) {
        Layer options = options(request.options(), problems);
        Variables exported = Variables.ofEnvironment(here, environment);
        Variables written = Variables.ofEnvFile(here, envFile(place, problems));
        Optional<TomlFile> toml = toml(place, problems);
        return new Sources(
                options,
                exported,
                written,
                toml,
                ChosenEnvironment.of(request, List.of(exported, written), toml, problems));
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
