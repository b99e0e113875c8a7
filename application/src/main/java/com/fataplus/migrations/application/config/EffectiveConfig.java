package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The configuration in force and where each value came from, for people to look at. */
public record EffectiveConfig(MigratorConfig config, List<Setting> settings) {
    public EffectiveConfig {
        requireNonNull(config, "config");
        settings = List.copyOf(settings);
    }

    /**
     * One value in force.
     *
     * @param key as in fata.toml: {@code backup.keep}
     * @param value as it would be typed, secrets masked; empty where there is none
     * @param origin {@code default}, {@code fata.toml:12}, {@code .env:3}, {@code environment POSTGRES_HOST}, {@code option run.lock_wait}
     */
    public record Setting(String key, String value, String origin) {}
}
