package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.domain.script.Placeholders;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The values of placeholders: option before environment before .env before fata.toml, where fata.toml has a table of them. */
record PlaceholderValues(Map<String, Raw> values) {
    private static final String OPTION = "option -x ";

    PlaceholderValues {
        values = Map.copyOf(values);
    }

    /**
     * Puts the levels together, the last one first in force.
     *
     * @param levels the tables of fata.toml; none means that placeholders are off
     * @param variables .env, then the environment
     */
    static Optional<PlaceholderValues> of(
            List<Map<String, Raw>> levels,
            List<Variables> variables,
            Map<String, String> options,
            Collection<String> problems) {
        if (levels.isEmpty()) {
            Stream.concat(
                            variables.stream()
                                    .flatMap(place -> place.placeholders().values().stream())
                                    .map(Raw::origin),
                            options.keySet().stream().sorted().map(name -> OPTION + name))
                    .map(origin -> origin + ": placeholders are off: write [placeholders] in fata.toml")
                    .forEach(problems::add);
            return Optional.empty();
        }
        Map<String, Raw> values = new TreeMap<>();
        levels.forEach(values::putAll);
        for (Variables place : variables) {
            place.placeholders().forEach((variable, raw) -> override(values, variable, raw, problems));
        }
        options.forEach((name, text) -> {
            if (Placeholders.isName(name)) {
                values.put(name, new Raw(text, OPTION + name));
            } else {
                problems.add(OPTION + name + ": '" + name + "' names no placeholder: letters, digits and _ do");
            }
        });
        return Optional.of(new PlaceholderValues(values));
    }

    /** Variables have capitals, so the table says how the name is written. */
    private static void override(Map<String, Raw> values, String variable, Raw raw, Collection<String> problems) {
        List<String> names = values.keySet().stream()
                .filter(name -> name.equalsIgnoreCase(variable))
                .toList();
        if (names.isEmpty()) {
            problems.add("%s: there is no placeholder '%s' in fata.toml%s"
                    .formatted(
                            raw.origin(),
                            variable.toLowerCase(Locale.ROOT),
                            DidYouMean.suffix(variable.toLowerCase(Locale.ROOT), values.keySet())));
        }
        names.forEach(name -> values.put(name, raw));
    }

    Placeholders placeholders() {
        TreeMap<String, String> texts = new TreeMap<>();
        values.forEach((name, raw) -> texts.put(name, raw.text()));
        return new Placeholders(texts);
    }

    List<Setting> settings() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> new Setting(
                                TomlLevel.PLACEHOLDERS + "." + entry.getKey(),
                                entry.getValue().text(),
                                entry.getValue().origin()))
                        .toList();
    }
}
