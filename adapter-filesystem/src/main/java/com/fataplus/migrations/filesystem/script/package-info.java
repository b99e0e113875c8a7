/** Revision files in a folder. Start at {@link com.fataplus.migrations.filesystem.script.FileScripts}. */
package com.fataplus.migrations.filesystem.script;
