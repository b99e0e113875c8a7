package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
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
        List<Layer> layers = new ArrayList<>();
        layers.add(options(request.options(), problems));
        addVariables(Variables.ofEnvironment(here, environment), layers, problems);
        addVariables(Variables.ofEnvFile(here, envFile(place, problems)), layers, problems);
        toml(place, problems).ifPresent(layers::add);
        Resolution resolution = new Resolution(layers);
        MigratorConfig config = config(resolution, here.shown(place.directory()));
        problems.addAll(resolution.problems());
        if (!problems.isEmpty()) {
            throw new MigrationException(new InputFailure.ConfigurationBroken(List.copyOf(problems)));
        }
        return new EffectiveConfig(config, resolution.settings());
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

    private static void addVariables(Variables variables, List<Layer> layers, Set<String> problems) {
        layers.addAll(variables.layers());
        problems.addAll(variables.problems());
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

    private Optional<Layer> toml(Place place, Set<String> problems) {
        return place.file().flatMap(file -> {
            if (place.namedBy().isPresent() && !Files.exists(file)) {
                problems.add("%s: there is no file %s".formatted(place.namedBy().get(), here.shown(file)));
                return Optional.empty();
            }
            return text(file, problems).map(text -> {
                TomlFile toml = TomlFile.parse(here, file, text);
                problems.addAll(toml.problems());
                return toml.layer();
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

    /** Asks in the order of {@link Keys#ALL}, which the settings keep. */
    private static MigratorConfig config(Resolution resolution, String directory) {
        return new MigratorConfig(
                connection(resolution),
                new ScriptsConfig(
                        directory,
                        resolution.get(Keys.VERSIONS),
                        resolution.get(Keys.FILE_TEMPLATE),
                        resolution.get(Keys.REV_ID)),
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

    private static ConnectionConfig connection(Resolution resolution) {
        resolution.find(Keys.URL); // its parts are asked for one by one
        return new ConnectionConfig(
                resolution.get(Keys.HOST),
                resolution.get(Keys.PORT),
                resolution.get(Keys.NAME),
                resolution.get(Keys.USER),
                resolution.find(Keys.PASSWORD),
                parameters(resolution),
                resolution.get(Keys.CONNECT_TIMEOUT));
    }

    private static Map<String, String> parameters(Resolution resolution) {
        Map<String, String> parameters = new HashMap<>();
        for (Key<String> key : List.of(Keys.SSLMODE, Keys.SSLROOTCERT, Keys.SSLCERT, Keys.SSLKEY)) {
            resolution.find(key).ifPresent(value -> parameters.put(key.property(), value));
        }
        return parameters;
    }
}
