package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.config.EffectiveConfig;
import java.util.List;

/** Each setting in force and where it came from. */
public final class ConfigText {
    private ConfigText() {}

    public static List<String> of(EffectiveConfig effective, Style style, Screen screen) {
        Table table = new Table();
        effective
                .settings()
                .forEach(setting -> table.row(setting.key(), setting.value(), style.faint(setting.origin())));
        return table.wrapped(screen);
    }
}
