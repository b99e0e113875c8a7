package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** What fata.toml says and what is wrong with it, values included that something else overrides. */
final class TomlFile {
    private static final String ENVIRONMENTS = "environments";

    private final TomlPlace place;
    private final TomlLevel top;
    private final Map<String, TomlLevel> environments = new LinkedHashMap<>();
    private TomlHooks hooks = TomlHooks.none();

    private TomlFile(TomlPlace place) {
        this.place = requireNonNull(place, "place");
        this.top = new TomlLevel(place);
    }

    static TomlFile parse(WorkingDirectory here, Path file, String text) {
        TomlFile toml = new TomlFile(new TomlPlace(here, file, "", new ArrayList<>()));
        toml.read(Toml.parse(text));
        return toml;
    }

    TomlLevel top() {
        return top;
    }

    /** What holds in one environment before the rest of the file does. */
    Optional<TomlLevel> environment(String name) {
        return Optional.ofNullable(environments.get(name));
    }

    Set<String> environments() {
        return environments.keySet();
    }

    TomlHooks hooks() {
        return hooks;
    }

    List<String> problems() {
        return List.copyOf(place.problems());
    }

    private void read(TomlParseResult result) {
        for (TomlParseError error : result.errors()) {
            place.problem(error.position(), withoutText(error.getMessage()));
        }
        for (String name : result.keySet()) {
            TomlPosition position = result.inputPositionOf(List.of(name));
            Object value = result.get(List.of(name));
            if (name.equals(ENVIRONMENTS) || name.equals(TomlHooks.TABLE)) {
                readSpecial(name, value, position);
            } else if (!top.read(name, value, position)) {
                place.problem(position, "there is no " + what(value) + " '" + name + "'" + suggestion(name));
            }
        }
    }

    private void readSpecial(String name, Object value, TomlPosition position) {
        if (!(value instanceof TomlTable table)) {
            place.problem(position, "'" + name + "' is a table: [" + name + "]");
        } else if (name.equals(TomlHooks.TABLE)) {
            hooks = TomlHooks.read(table, place);
        } else {
            table.keySet()
                    .forEach(environment -> readEnvironment(
                            environment, table.get(List.of(environment)), table.inputPositionOf(List.of(environment))));
        }
    }

    private void readEnvironment(String name, Object value, TomlPosition position) {
        if (!(value instanceof TomlTable table)) {
            place.problem(position, "an environment is a table: [environments." + name + ".database]");
            return;
        }
        TomlLevel level = new TomlLevel(place.in(name));
        environments.put(name, level);
        for (String inner : table.keySet()) {
            Object content = table.get(List.of(inner));
            TomlPosition where = table.inputPositionOf(List.of(inner));
            if (!level.read(inner, content, where)) {
                place.in(name)
                        .problem(
                                where,
                                "an environment has no " + what(content) + " '" + inner + "'" + suggestion(inner));
            }
        }
    }

    /** A bare key at the top is usually one whose table was forgotten. */
    static String suggestion(String name) {
        List<String> names = Keys.ALL.stream().map(Key::name).toList();
        Set<String> inTables = Set.copyOf(
                names.stream().filter(known -> known.endsWith("." + name)).toList());
        if (!inTables.isEmpty()) {
            return "; did you mean '"
                    + String.join("' or '", inTables.stream().sorted().toList()) + "'?";
        }
        return DidYouMean.suffix(name, name.contains(".") ? names : tables());
    }

    private static List<String> tables() {
        return Stream.concat(Keys.tables().stream(), Stream.of(ENVIRONMENTS, TomlHooks.TABLE, TomlLevel.PLACEHOLDERS))
                .toList();
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
}
