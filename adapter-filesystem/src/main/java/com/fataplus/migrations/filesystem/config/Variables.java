package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.Utf8;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names and values from the environment or from .env; an empty value counts as none, since that is how Compose writes one. */
final class Variables {
    /** By whose names come first: ours, the PostgreSQL image's, the one address, libpq's. */
    private static final List<String> FAMILIES = List.of("FATA_", "POSTGRES_", "DATABASE_URL", "PG");

    private static final String PLACEHOLDER = "FATA_PLACEHOLDER_";

    private final WorkingDirectory here;
    private final Map<String, Raw> values;
    private final List<String> problems = new ArrayList<>();

    private Variables(WorkingDirectory here, Map<String, Raw> values) {
        this.here = requireNonNull(here, "here");
        this.values = new TreeMap<>(values);
        this.values.values().removeIf(raw -> raw.text().isEmpty());
    }

    static Variables ofEnvironment(WorkingDirectory here, Map<String, String> environment) {
        Map<String, Raw> values = new HashMap<>();
        environment.forEach((name, value) -> values.put(name, new Raw(value, "environment " + name)));
        return new Variables(here, values);
    }

    static Variables ofEnvFile(WorkingDirectory here, EnvFile file) {
        return new Variables(here, file.values());
    }

    /** One layer for each family of names. */
    List<Layer> layers() {
        return FAMILIES.stream().map(this::layer).toList();
    }

    /** The value of a variable that is no setting. */
    Optional<Raw> named(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Values for placeholders, by what follows {@code FATA_PLACEHOLDER_}. */
    Map<String, Raw> placeholders() {
        Map<String, Raw> found = new TreeMap<>();
        values.forEach((name, raw) -> {
            if (name.startsWith(PLACEHOLDER)) {
                found.put(name.substring(PLACEHOLDER.length()), raw);
            }
        });
        return found;
    }

    /** What {@link #layers} met on the way, and names of ours that are none. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        List<String> known = Keys.ALL.stream().map(Key::ownVariable).toList();
        values.forEach((name, raw) -> {
            if (looksLikeOurs(name) && !known.contains(name)) {
                all.add("%s: there is no setting %s%s".formatted(raw.origin(), name, DidYouMean.suffix(name, known)));
            }
        });
        return all;
    }

    /** Only names with one of our tables in them: others, as FATA_CONFIG, are not settings. */
    private static boolean looksLikeOurs(String name) {
        return Keys.tables().stream()
                .anyMatch(table -> name.startsWith("FATA_" + table.toUpperCase(Locale.ROOT) + "_"));
    }

    private Layer layer(String family) {
        Map<String, Raw> layer = new HashMap<>();
        for (Key<?> key : Keys.ALL) {
            key.variables().stream()
                    .filter(name -> name.startsWith(family))
                    .flatMap(name -> value(name).stream())
                    .findFirst()
                    .ifPresent(raw -> layer.put(key.name(), raw));
        }
        return new Layer(layer);
    }

    private Optional<Raw> value(String name) {
        Optional<Raw> raw = Optional.ofNullable(values.get(name));
        return name.endsWith("_FILE") ? raw.flatMap(this::content) : raw;
    }

    /** What stands in the file that the value names, without the line end that editors add. */
    private Optional<Raw> content(Raw file) {
        try {
            return switch (Utf8.decode(Files.readAllBytes(here.resolve(file.text())))) {
                case Utf8.Text(var text) -> Optional.of(new Raw(text.replaceFirst("\\R$", ""), file.origin()));
                case Utf8.NoText ignored -> unreadable(file, "it is not UTF-8");
            };
        } catch (IOException e) {
            return unreadable(file, IoReason.of(e));
        }
    }

    private Optional<Raw> unreadable(Raw file, String reason) {
        problems.add("%s: cannot read %s: %s".formatted(file.origin(), file.text(), reason));
        return Optional.empty();
    }
}
