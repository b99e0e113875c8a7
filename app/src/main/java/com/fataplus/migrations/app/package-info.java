/** The composition root: the only place that knows every module. Start at {@link com.fataplus.migrations.app.Main}. */
package com.fataplus.migrations.app;
