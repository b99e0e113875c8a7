package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.Hook;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The table {@code [hooks]}: names and commands, in the order in which they are run. */
record TomlHooks(List<Hook> hooks, List<Setting> settings) {
    static final String TABLE = "hooks";

    TomlHooks {
        hooks = List.copyOf(hooks);
        settings = List.copyOf(settings);
    }

    static TomlHooks none() {
        return new TomlHooks(List.of(), List.of());
    }

    static TomlHooks read(TomlTable table, TomlPlace place) {
        List<Hook> hooks = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (String name : table.keySet()) {
            TomlPosition position = table.inputPositionOf(List.of(name));
            List<String> command = command(table.get(List.of(name)));
            if (command.isEmpty()) {
                place.problem(
                        position,
                        "a hook is a program and its arguments: %s = [\"pg_format\", \"--inplace\", \"{file}\"]"
                                .formatted(name));
            } else {
                hooks.add(new Hook(name, command));
                settings.add(new Setting(TABLE + "." + name, String.join(" ", command), place.origin(position)));
            }
        }
        return new TomlHooks(hooks, settings);
    }

    /** Empty where it is no list of texts that begins with a program. */
    private static List<String> command(Object value) {
        if (!(value instanceof TomlArray array)
                || !array.toList().stream().allMatch(String.class::isInstance)
                || array.isEmpty()
                || array.getString(0).isBlank()) {
            return List.of();
        }
        return array.toList().stream().map(String::valueOf).toList();
    }
}
