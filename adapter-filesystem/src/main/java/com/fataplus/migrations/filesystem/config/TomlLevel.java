package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.script.Placeholders;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.io.File;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The settings on one level of fata.toml: at its top, or in one environment. */
final class TomlLevel {
    static final String PLACEHOLDERS = "placeholders";

    private final TomlPlace place;
    private final Map<String, Raw> values = new HashMap<>();
    private Optional<Map<String, Raw>> placeholders = Optional.empty();

    TomlLevel(TomlPlace place) {
        this.place = requireNonNull(place, "place");
    }

    Layer layer() {
        return new Layer(values);
    }

    /** Values of placeholders by name; empty where there is no such table. */
    Optional<Map<String, Raw>> placeholders() {
        return placeholders;
    }

    /** Takes in one entry of the level; false where that is none of ours. */
    boolean read(String name, Object value, TomlPosition position) {
        if (!name.equals(PLACEHOLDERS) && !Keys.tables().contains(name)) {
            return false;
        }
        if (!(value instanceof TomlTable table)) {
            place.problem(position, "'" + name + "' is a table: [" + name + "]");
        } else if (name.equals(PLACEHOLDERS)) {
            readPlaceholders(table);
        } else {
            readTable(name, table);
        }
        return true;
    }

    private void readTable(String name, TomlTable table) {
        for (String property : table.keySet()) {
            TomlPosition position = table.inputPositionOf(List.of(property));
            Optional<Key<?>> key = Keys.ALL.stream()
                    .filter(candidate -> candidate.name().equals(name + "." + property))
                    .findFirst();
            if (key.isPresent()) {
                readValue(key.get(), table.get(List.of(property)), position);
            } else {
                place.problem(
                        position,
                        "there is no key '" + name + "." + property + "'" + TomlFile.suggestion(name + "." + property));
            }
        }
    }

    private void readValue(Key<?> key, Object value, TomlPosition position) {
        Optional<String> text = text(key.type().form(), value);
        if (text.isEmpty()) {
            place.problem(
                    position,
                    "%s is written %s: %s = %s"
                            .formatted(
                                    key.name(),
                                    described(key.type().form()),
                                    key.property(),
                                    ConfigTemplate.value(key)));
            return;
        }
        Raw raw = new Raw(text.get(), place.origin(position));
        values.put(key.name(), raw);
        if (key.type().read(raw.text()) instanceof Reading.Wrong<?>(var why)) {
            place.problem(position, key.name() + " " + why);
        }
    }

    private void readPlaceholders(TomlTable table) {
        Map<String, Raw> named = new LinkedHashMap<>();
        for (String name : table.keySet()) {
            TomlPosition position = table.inputPositionOf(List.of(name));
            if (!(table.get(List.of(name)) instanceof String text)) {
                place.problem(position, "the value of a placeholder is a text: " + name + " = \"...\"");
            } else if (!Placeholders.isName(name)) {
                place.problem(position, "'" + name + "' names no placeholder: letters, digits and _ do");
            } else {
                named.put(name, new Raw(text, place.origin(position)));
            }
        }
        placeholders = Optional.of(named);
    }

    private Optional<String> text(ValueType.Form form, Object value) {
        return switch (form) {
            case TEXT -> value instanceof String text ? Optional.of(text) : Optional.empty();
            case FILE -> value instanceof String path ? Optional.of(place.fromHere(path)) : Optional.empty();
            case NUMBER -> value instanceof Long number ? Optional.of(number.toString()) : Optional.empty();
            case TEXTS -> value instanceof TomlArray several ? joined(several) : text(ValueType.Form.TEXT, value);
            case TRUTH -> value instanceof Boolean truth ? Optional.of(truth.toString()) : Optional.empty();
        };
    }

    /** As one text, the way an environment variable has it; so no part may have the sign that stands between. */
    private static Optional<String> joined(TomlArray several) {
        return Optional.of(several.toList())
                .filter(values -> values.stream()
                        .allMatch(value -> value instanceof String text && !text.contains(File.pathSeparator)))
                .map(values -> values.stream().map(String::valueOf).collect(joining(File.pathSeparator)));
    }

    private static String described(ValueType.Form form) {
        return switch (form) {
            case TEXT, FILE -> "in quotes";
            case NUMBER -> "as digits, without quotes";
            case TEXTS -> "in quotes, or in brackets with commas between";
            case TRUTH -> "true or false, without quotes";
        };
    }
}
