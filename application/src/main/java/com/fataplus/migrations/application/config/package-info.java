/** What a user can set, as values; reading it is an adapter's affair. Start at {@link com.fataplus.migrations.application.config.MigratorConfig}. */
package com.fataplus.migrations.application.config;
