/**
 * What the application needs from the world, as contracts. Start at {@link com.fataplus.migrations.application.port.Database}. Every method
 * reports expected failures by {@link com.fataplus.migrations.application.failure.MigrationException}.
 */
package com.fataplus.migrations.application.port;
