package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of the environments in fata.toml holds: option before environment before .env. */
record ChosenEnvironment(Optional<Raw> name, Optional<TomlLevel> level) {
    private static final String VARIABLE = "FATA_ENV";

    ChosenEnvironment {
        requireNonNull(name, "name");
        requireNonNull(level, "level");
    }

    static ChosenEnvironment of(
            ConfigRequest request, List<Variables> variables, Optional<TomlFile> toml, Collection<String> problems) {
        Optional<Raw> name = Stream.concat(
                        request.environment().map(text -> new Raw(text, "option --env")).stream(),
                        variables.stream().flatMap(place -> place.named(VARIABLE).stream()))
                .findFirst();
        Optional<TomlLevel> level = name.flatMap(chosen -> toml.flatMap(file -> file.environment(chosen.text())));
        if (name.isPresent() && level.isEmpty()) {
            problems.add(unknown(name.get(), toml.map(TomlFile::environments).orElse(Set.of())));
        }
        return new ChosenEnvironment(name, level);
    }

    List<Setting> settings() {
        return name.map(raw -> new Setting("environment", raw.text(), raw.origin())).stream()
                .toList();
    }

    private static String unknown(Raw name, Set<String> known) {
        return "%s: there is no environment '%s'%s; %s"
                .formatted(
                        name.origin(),
                        name.text(),
                        DidYouMean.suffix(name.text(), known),
                        known.isEmpty()
                                ? "begin one in fata.toml: [environments." + name.text() + ".database]"
                                : "fata.toml has " + String.join(", ", known));
    }
}
