package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;

/** A running PostgreSQL in which tests may do as they like. */
interface TestServer extends AutoCloseable {
    /** A superuser's way into the database that serves to create others. */
    ConnectionConfig superuser();

    @Override
    void close();
}
