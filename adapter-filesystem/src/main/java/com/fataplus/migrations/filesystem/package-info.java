/**
 * Revision files, configuration, backups and new projects on a local file system. This package has what they share; start at
 * {@link com.fataplus.migrations.filesystem.WorkingDirectory}.
 */
package com.fataplus.migrations.filesystem;
