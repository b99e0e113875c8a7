/** Backups as pairs of files in one folder. Start at {@link com.fataplus.migrations.filesystem.backup.FileBackups}. */
package com.fataplus.migrations.filesystem.backup;
