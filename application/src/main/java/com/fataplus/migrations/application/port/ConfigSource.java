package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.config.EffectiveConfig;

/** Reads the configuration from wherever users write it. */
public interface ConfigSource {
    /**
     * Option before environment before {@code .env} before {@code fata.toml} before default; must fail with
     * {@code InputFailure.ConfigurationBroken} naming every problem at once, unknown keys included.
     */
    EffectiveConfig read(ConfigRequest request);
}
