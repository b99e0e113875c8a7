/**
 * The ports without a disk or a server, for tests and for storage of one's own. Start at
 * {@link com.fataplus.migrations.application.memory.InMemoryScripts}.
 */
package com.fataplus.migrations.application.memory;
