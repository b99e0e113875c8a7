/**
 * PostgreSQL for tests. Extend a test with {@link com.fataplus.migrations.postgres.server.PostgresServer} and take a
 * {@link com.fataplus.migrations.postgres.server.TestDatabase} as parameter.
 */
package com.fataplus.migrations.postgres.server;
