/**
 * The configuration from options, environment, .env and fata.toml. Start at {@link com.fataplus.migrations.filesystem.config.FileConfig}; what
 * can be set is one table, {@link com.fataplus.migrations.filesystem.config.Keys}.
 */
package com.fataplus.migrations.filesystem.config;
