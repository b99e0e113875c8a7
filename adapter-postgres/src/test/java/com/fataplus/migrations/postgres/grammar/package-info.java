/** Proves that our rewritten parser says what the published one says, and that it is told to people well. */
package com.fataplus.migrations.postgres.grammar;
