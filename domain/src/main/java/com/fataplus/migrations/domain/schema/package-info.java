/** What a database looks like, so that two states can be compared. Start at {@link com.fataplus.migrations.domain.schema.SchemaSnapshot}. */
package com.fataplus.migrations.domain.schema;
