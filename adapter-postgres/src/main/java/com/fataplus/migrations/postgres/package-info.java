/** Everything that speaks to PostgreSQL: by JDBC and through its client programs. */
package com.fataplus.migrations.postgres;
