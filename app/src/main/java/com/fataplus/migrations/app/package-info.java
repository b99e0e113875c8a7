/** The composition root: the only place that knows every adapter. */
package com.fataplus.migrations.app;
