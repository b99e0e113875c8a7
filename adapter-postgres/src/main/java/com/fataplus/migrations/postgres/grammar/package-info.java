/**
 * PostgreSQL's own parser, without a server: libpg_query, compiled from C to WebAssembly by others and from there to JVM classes by our
 * build. Start at {@link com.fataplus.migrations.postgres.grammar.PostgresGrammar}.
 */
package com.fataplus.migrations.postgres.grammar;
