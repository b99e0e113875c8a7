/** {@code fata demo}: the main job on a server of its own. Start at {@link com.fataplus.migrations.app.demo.MainJobDemo}. */
package com.fataplus.migrations.app.demo;
