/** Dumps by PostgreSQL's own program. Start at {@link com.fataplus.migrations.postgres.dump.PgDump}. */
package com.fataplus.migrations.postgres.dump;
