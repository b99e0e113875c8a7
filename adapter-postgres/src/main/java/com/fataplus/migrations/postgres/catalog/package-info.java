/** Reads the system catalogs. Start at {@link com.fataplus.migrations.postgres.catalog.CatalogReader}. */
package com.fataplus.migrations.postgres.catalog;
