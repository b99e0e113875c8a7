/** New migration directories. Start at {@link com.fataplus.migrations.filesystem.project.FileProject}. */
package com.fataplus.migrations.filesystem.project;
