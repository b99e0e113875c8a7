/** The only place that writes to a terminal: text, JSON and progress. Start at {@link com.fataplus.migrations.cli.render.Terminal}. */
package com.fataplus.migrations.cli.render;
