package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** What fata.toml says and what is wrong with it, values included that something else overrides. */
final class TomlFile {
    private final WorkingDirectory here;
    private final Path file;
    private final Map<String, Raw> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private TomlFile(WorkingDirectory here, Path file) {
        this.here = here;
        this.file = file;
    }

    static TomlFile parse(WorkingDirectory here, Path file, String text) {
        TomlFile toml = new TomlFile(here, file);
        toml.read(Toml.parse(text));
        return toml;
    }

    Layer layer() {
        return new Layer(values);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private void read(TomlParseResult result) {
        for (TomlParseError error : result.errors()) {
            problems.add(origin(error.position()) + ": " + withoutText(error.getMessage()));
        }
        for (String name : result.keySet()) {
            TomlPosition position = result.inputPositionOf(List.of(name));
            if (!Keys.tables().contains(name)) {
                problem(
                        position,
                        "there is no " + what(result.get(List.of(name))) + " '" + name + "'" + suggestion(name));
            } else if (result.get(List.of(name)) instanceof TomlTable table) {
                readTable(name, table);
            } else {
                problem(position, "'" + name + "' is a table: [" + name + "]");
            }
        }
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
                problem(
                        position,
                        "there is no key '" + name + "." + property + "'" + suggestion(name + "." + property));
            }
        }
    }

    private void readValue(Key<?> key, Object value, TomlPosition position) {
        Optional<String> text = text(key.type().form(), value);
        if (text.isEmpty()) {
            problem(
                    position,
                    "%s is written %s: %s = %s"
                            .formatted(
                                    key.name(),
                                    described(key.type().form()),
                                    key.property(),
                                    ConfigTemplate.value(key)));
            return;
        }
        Raw raw = new Raw(text.get(), origin(position));
        values.put(key.name(), raw);
        if (key.type().read(raw.text()) instanceof Reading.Wrong<?>(var why)) {
            problem(position, key.name() + " " + why);
        }
    }

    private Optional<String> text(ValueType.Form form, Object value) {
        return switch (form) {
            case TEXT -> value instanceof String text ? Optional.of(text) : Optional.empty();
            case FILE -> value instanceof String path ? Optional.of(fromHere(path)) : Optional.empty();
            case NUMBER -> value instanceof Long number ? Optional.of(number.toString()) : Optional.empty();
        };
    }

    private static String described(ValueType.Form form) {
        return switch (form) {
            case TEXT, FILE -> "in quotes";
            case NUMBER -> "as digits, without quotes";
        };
    }

    /** Certificates are looked for beside fata.toml, wherever the command is typed. */
    private String fromHere(String path) {
        return path.isBlank() ? path : here.shown(file.resolveSibling(path));
    }

    /** A bare key at the top is usually one whose table was forgotten. */
    private static String suggestion(String name) {
        List<String> names = Keys.ALL.stream().map(Key::name).toList();
        Set<String> inTables = Set.copyOf(
                names.stream().filter(known -> known.endsWith("." + name)).toList());
        if (!inTables.isEmpty()) {
            return "; did you mean '"
                    + String.join("' or '", inTables.stream().sorted().toList()) + "'?";
        }
        return DidYouMean.suffix(name, name.contains(".") ? names : Keys.tables());
    }

    private static String what(Object value) {
        return value instanceof TomlTable ? "table" : "key";
    }

    /** The parser repeats what it did not understand, and that may be a password without its quotes. */
    private static String withoutText(String message) {
        int expected = message.lastIndexOf(", expected ");
        if (message.startsWith("Unexpected ") && expected > 0) {
            return "expected " + message.substring(expected + ", expected ".length());
        }
        return message.replaceFirst(" '.*|: .*", "");
    }

    private void problem(TomlPosition position, String text) {
        problems.add(origin(position) + ": " + text);
    }

    private String origin(TomlPosition position) {
        return here.shown(file) + ":" + position.line();
    }
}
