/** Revision files, configuration and backups on a local file system. */
package com.fataplus.migrations.filesystem;
