/**
 * Rewrites a WebAssembly module so that each of its functions fits into one JVM method, which may have 64 KiB of bytecode.
 * A tool of the build, not of the product. Start at {@link com.fataplus.migrations.postgres.grammar.outline.Outliner}.
 */
package com.fataplus.migrations.postgres.grammar.outline;
